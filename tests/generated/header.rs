//! Headers: cbindgen writes the declarations, this file the frame around them.

use cbindgen::{Bindings, Builder, Config, Style};
use quote::ToTokens;
use syn::{Item, parse_quote};

use crate::layout::{HEADERS, UMBRELLA};
use crate::scratch;
use crate::source::{Constant, Content, Enum, Header, doc_attributes, root};

/// The header with all of libvirt.so.0's.
pub fn umbrella() -> String {
    let names = HEADERS.iter().filter(|layout| layout.is_under_umbrella()).map(|layout| layout.name);
    frame(UMBRELLA, "everything but errors, which are in virterror.h", names, "")
}

/// One header as text.
pub fn header(header: &Header) -> String {
    let macros = header.macros.iter().map(|one| one.text.clone()).collect::<Vec<_>>().join("\n\n");
    let texts = header.constants.iter().filter_map(text_constant).collect();
    let numbers = header.constants.iter().filter_map(number_constant);
    let enums = header.enums.iter().map(enumeration);
    let types = header.types.iter().cloned();
    let variables = header.variables.iter().map(|variable| {
        let (name, doc, ty) = (identifier(&variable.name), doc_attributes(&variable.doc), &variable.ty);
        parse_quote!(#(#doc)* #[unsafe(no_mangle)] pub static mut #name: #ty = 0;)
    });
    let functions = exported(header);
    let sections: [String; 4] = [
        macros,
        texts,
        // Enumerations are anonymous in C and known by their typedef; structs are known by both names.
        declarations(header, Style::Type, numbers.chain(enums).collect()),
        declarations(header, Style::Tag, types.chain(variables).chain(functions).collect()),
    ];
    let filled = sections.iter().map(|section| section.trim()).filter(|section| !section.is_empty());
    let body = filled.collect::<Vec<_>>().join("\n\n");
    frame(header.layout.name, header.layout.summary, header.layout.includes.iter().copied(), &body)
}

/// The prototypes alone, to be compiled along with somebody else's headers.
pub fn prototypes(header: &Header) -> String {
    declarations(header, Style::Tag, exported(header).collect())
}

fn exported(header: &Header) -> impl Iterator<Item = Item> {
    header.functions.iter().map(|function| parse_quote!(#[unsafe(no_mangle)] #function))
}

fn frame<'a>(name: &str, summary: &str, includes: impl Iterator<Item = &'a str>, body: &str) -> String {
    let guard = format!("{}_H", name.to_uppercase().replace('-', "_"));
    let includes: String = includes.map(|name| format!("#include \"{name}.h\"\n")).collect();
    let includes = if includes.is_empty() { "#include <sys/types.h>\n".to_owned() } else { includes };
    let (open, close) = match body {
        "" => ("", ""),
        _ => ("\n#ifdef __cplusplus\nextern \"C\" {\n#endif\n\n", "\n\n#ifdef __cplusplus\n}\n#endif\n"),
    };
    format!(
        "/* {name}.h: {summary}.\n * Written by `make headers` from src/types and src/api. */\n\
         #ifndef {guard}\n#define {guard}\n\n{includes}{open}{body}{close}\n#endif\n"
    )
}

/// What cbindgen makes of some items. It wants a file to read them from.
fn declarations(header: &Header, style: Style, items: Vec<Item>) -> String {
    let names = items.iter().filter_map(name).collect();
    let text: String = items.iter().map(|item| item.to_token_stream().to_string() + "\n").collect();
    let path = scratch(&format!("{}.rs", header.layout.name), &text);

    let mut config = Config::from_file(root().join("cbindgen.toml")).expect("a readable cbindgen.toml");
    config.style = style;
    config.export.include = names;
    let bindings: Bindings = Builder::new()
        .with_config(config)
        .with_src(&path)
        .generate()
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut text = Vec::new();
    bindings.write(&mut text);
    String::from_utf8(text).expect("cbindgen writes UTF-8")
}

fn name(item: &Item) -> Option<String> {
    match item {
        Item::Struct(item) => Some(item.ident.to_string()),
        Item::Union(item) => Some(item.ident.to_string()),
        Item::Enum(item) => Some(item.ident.to_string()),
        Item::Type(item) => Some(item.ident.to_string()),
        _ => None,
    }
}

fn text_constant(constant: &Constant) -> Option<String> {
    let Content::Text(text) = &constant.content else { return None };
    Some(format!("#define {} {text:?}\n", constant.name))
}

fn number_constant(constant: &Constant) -> Option<Item> {
    let Content::Number { expr, ty } = &constant.content else { return None };
    let (name, doc) = (identifier(&constant.name), doc_attributes(&constant.doc));
    Some(parse_quote!(#(#doc)* pub const #name: #ty = #expr;))
}

fn enumeration(group: &Enum) -> Item {
    let (name, doc) = (identifier(&group.name), doc_attributes(&group.doc));
    let values = group.values.iter().map(|value| {
        let (name, doc, expr) = (identifier(&value.name), doc_attributes(&value.doc), &value.expr);
        let condition = value.is_sentinel.then(|| quote::quote!(#[cfg(feature = "sentinels")]));
        quote::quote!(#(#doc)* #condition #name = #expr)
    });
    parse_quote!(#(#doc)* #[repr(C)] pub enum #name { #(#values),* })
}

fn identifier(name: &str) -> syn::Ident {
    syn::parse_str(name).expect("a name from Rust source")
}
