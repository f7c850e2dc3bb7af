//! API descriptions: what generators of bindings read, libvirt-python's for one. The format is libvirt's.

use std::collections::HashMap;
use std::fs;

use syn::{Fields, GenericArgument, Item, ItemFn, PathArguments, ReturnType, Type};

use crate::ctype;
use crate::element::{Attributes, Writer};
use crate::layout::Library;
use crate::names;
use crate::script;
use crate::source::{Constant, Content, Enum, Header, doc, name_of, root};

/// Since which version a function exists: it is told by its node.
type Since = HashMap<String, String>;

/// The description of one library.
pub fn description(library: &Library, headers: &[Header]) -> String {
    let headers: Vec<&Header> = headers.iter().filter(|header| header.layout.library() == library.name).collect();
    let script = fs::read_to_string(root().join(library.script)).expect("a readable version script");
    let version = |node: &str| node.rsplit('_').next().unwrap_or_default().to_owned();
    let since = script::symbols(&script).into_iter().map(|(symbol, node)| (symbol, version(&node))).collect();

    let mut writer = Writer::default();
    writer.around("api", &[("name", text(library.name))], |writer| {
        writer.around("files", &[], |writer| headers.iter().for_each(|header| file(writer, header)));
        writer.around("symbols", &[], |writer| headers.iter().for_each(|header| symbols(writer, header, &since)));
    });
    writer.finish()
}

fn text(value: impl Into<String>) -> Option<String> {
    Some(value.into())
}

/// Markdown's marks mean nothing to those who read descriptions.
fn info(writer: &mut Writer, doc: &str) {
    writer.text("info", &doc.replace('`', ""));
}

fn file(writer: &mut Writer, header: &Header) {
    writer.around("file", &[("name", text(header.layout.name))], |writer| {
        writer.text("summary", header.layout.summary);
        let mut export = |symbol: &str, kind: &str| {
            writer.empty("exports", &[("symbol", text(symbol)), ("type", text(kind))]);
        };
        header.macros.iter().for_each(|one| export(&one.name, "macro"));
        header.constants.iter().for_each(|constant| export(&constant.name, "macro"));
        for group in &header.enums {
            export(&group.name, "typedef");
            group.values.iter().for_each(|value| export(&value.name, "enum"));
        }
        for item in &header.types {
            match item {
                Item::Struct(item) => export(&item.ident.to_string(), "struct"),
                Item::Type(item) if callback(&item.ty).is_some() => export(&item.ident.to_string(), "function"),
                Item::Type(item) => export(&item.ident.to_string(), "typedef"),
                _ => {}
            }
        }
        header.variables.iter().for_each(|variable| export(&variable.name, "variable"));
        header.functions.iter().for_each(|function| export(&function.sig.ident.to_string(), "function"));
    });
}

fn symbols(writer: &mut Writer, header: &Header, since: &Since) {
    let name = header.layout.name;
    for one in &header.macros {
        let arguments = one.arguments.as_ref().map(|arguments| arguments.replace(' ', ""));
        let raw = text(&one.body);
        let attributes = [("name", text(&one.name)), ("file", text(name)), ("params", arguments), ("raw", raw)];
        writer.around("macro", &attributes, |writer| info(writer, &one.doc));
    }
    header.constants.iter().for_each(|one| constant(writer, name, one));
    header.enums.iter().for_each(|group| enumeration(writer, name, group));
    header.types.iter().for_each(|item| type_symbol(writer, header, item));
    for variable in &header.variables {
        let ty = ctype::ctype(&variable.ty);
        let attributes = [("name", text(&variable.name)), ("file", text(name)), ("type", text(ty))];
        writer.around("variable", &attributes, |writer| info(writer, &variable.doc));
    }
    header.functions.iter().for_each(|one| function(writer, header, one, since));
}

fn constant(writer: &mut Writer, file: &str, constant: &Constant) {
    let (kind, value) = match &constant.content {
        Content::Text(value) => ("string", value.clone()),
        Content::Number { expr, .. } => ("raw", ctype::expression(expr)),
    };
    let attributes = [("name", text(&constant.name)), ("file", text(file)), (kind, text(value))];
    writer.around("macro", &attributes, |writer| info(writer, &constant.doc));
}

fn enumeration(writer: &mut Writer, file: &str, group: &Enum) {
    let attributes = [("name", text(&group.name)), ("file", text(file)), ("type", text("enum"))];
    writer.around("typedef", &attributes, |writer| info(writer, &group.doc));
    for value in &group.values {
        let number = value.number;
        let sign = if number < 0 { "-" } else { "" };
        let bit = group.name.contains("Flag") && number > 0 && number & (number - 1) == 0;
        writer.empty(
            "enum",
            &[
                ("name", text(&value.name)),
                ("file", text(file)),
                ("value", text(number.to_string())),
                ("value_hex", text(format!("{sign}{:#x}", number.unsigned_abs()))),
                ("value_bitshift", bit.then(|| number.trailing_zeros().to_string())),
                ("type", text(&group.name)),
                ("info", Some(value.doc.clone()).filter(|doc| !doc.is_empty())),
            ],
        );
    }
}

fn type_symbol(writer: &mut Writer, header: &Header, item: &Item) {
    let file = header.layout.name;
    let Item::Type(alias) = item else { return };
    let name = alias.ident.to_string();
    let attributes = |ty: String| [("name", text(&name)), ("file", text(file)), ("type", text(ty))];
    if let Some((arguments, output)) = callback(&alias.ty) {
        let attributes = [("name", text(&name)), ("file", text(file)), ("module", text(file))];
        return writer.around("functype", &attributes, |writer| {
            info(writer, &doc(&alias.attrs));
            writer.empty("return", &[("type", text(ctype::result(output)))]);
            for argument in arguments {
                let name = argument.name.as_ref().map(|(name, _)| name.to_string().replace("r#", ""));
                writer.empty("arg", &[("name", name), ("type", text(ctype::ctype(&argument.ty)))]);
            }
        });
    }
    // An alias of a struct is what C programs call it by.
    let target = ctype::ctype(&alias.ty);
    match header.types.iter().find(|item| matches!(item, Item::Struct(one) if one.ident == target)) {
        Some(Item::Struct(one)) => writer.around("struct", &attributes(format!("struct {target}")), |writer| {
            info(writer, &doc(&one.attrs));
            if one.fields.iter().any(|field| matches!(field.vis, syn::Visibility::Public(_))) {
                members(writer, header, &one.fields);
            }
        }),
        _ => writer.around("typedef", &attributes(target), |writer| info(writer, &doc(&alias.attrs))),
    }
}

fn members(writer: &mut Writer, header: &Header, fields: &Fields) {
    for field in fields {
        let name = field.ident.as_ref().map(ToString::to_string).unwrap_or_default().replace("r#", "");
        let ty = name_of(&field.ty);
        match header.types.iter().find(|item| matches!(item, Item::Union(one) if one.ident == ty)) {
            Some(Item::Union(one)) => {
                writer.around("field", &[("name", text(name)), ("type", text("union"))], |writer| {
                    writer.around("union", &[], |writer| members(writer, header, &Fields::Named(one.fields.clone())));
                });
            }
            _ => {
                let ty = ctype::member(&name, &field.ty);
                writer.empty("field", &[("name", text(name)), ("type", text(ty))]);
            }
        }
    }
}

fn function(writer: &mut Writer, header: &Header, function: &ItemFn, since: &Since) {
    let (file, module) = (header.layout.name, header.layout.module());
    let name = function.sig.ident.to_string();
    let version = since.get(&name).cloned();
    assert!(version.is_some(), "{name} is not in its library's version script");
    let attributes: Attributes =
        &[("name", text(&name)), ("file", text(file)), ("module", text(module)), ("version", version)];
    writer.around("function", attributes, |writer| {
        info(writer, &doc(&function.attrs));
        writer.empty("return", &[("type", text(ctype::result(&function.sig.output)))]);
        for argument in &function.sig.inputs {
            let (argument, ty) = ctype::argument(argument);
            let optional = names::is_optional(&name, &argument).then(|| "(optional)".to_owned());
            writer.empty("arg", &[("name", text(argument)), ("type", text(ty)), ("info", optional)]);
        }
    });
}

/// The arguments and the result of a callback: an optional function pointer in Rust.
fn callback(ty: &Type) -> Option<(impl Iterator<Item = &syn::BareFnArg>, &ReturnType)> {
    let Type::Path(path) = ty else { return None };
    let PathArguments::AngleBracketed(inner) = &path.path.segments.last()?.arguments else { return None };
    let Some(GenericArgument::Type(Type::BareFn(function))) = inner.args.first() else { return None };
    Some((function.inputs.iter(), &function.output))
}
