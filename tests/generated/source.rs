//! The public API as our sources say it, read with syn and brought into the shape that C wants: arguments with their
//! public names, no bodies, no casts, opaque handles without content.

use std::fs;
use std::path::{Path, PathBuf};

use syn::visit_mut::VisitMut;
use syn::{Attribute, Expr, FnArg, Item, ItemFn, Lit, Pat, Type, Visibility, parse_quote};

use crate::layout::{HEADERS, Layout};
use crate::macros::{self, Macro};
use crate::names;
use crate::values::{self, Values};

/// What one header declares, in the order of the source.
pub struct Header {
    pub layout: &'static Layout,
    pub enums: Vec<Enum>,
    pub constants: Vec<Constant>,
    /// Structs, unions, and aliases that are no enumerations.
    pub types: Vec<Item>,
    /// Signatures; the bodies are empty.
    pub functions: Vec<ItemFn>,
    pub variables: Vec<Variable>,
    pub macros: Vec<Macro>,
}

/// A group of named numbers.
pub struct Enum {
    pub name: String,
    pub doc: String,
    pub values: Vec<Value>,
}

pub struct Value {
    pub name: String,
    pub doc: String,
    pub expr: Expr,
    pub number: i64,
    /// One past the last value, for programs that define `VIR_ENUM_SENTINELS`.
    pub is_sentinel: bool,
}

/// A constant that is a macro in C.
pub struct Constant {
    pub name: String,
    pub doc: String,
    pub content: Content,
}

pub enum Content {
    Text(String),
    Number { expr: Box<Expr>, ty: Box<Type> },
}

/// Exported data.
pub struct Variable {
    pub name: String,
    pub doc: String,
    pub ty: Type,
}

/// The repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Reads the source of every header.
pub fn read() -> Vec<Header> {
    let mut values = Values::default();
    HEADERS.iter().map(|layout| Header::read(layout, &mut values)).collect()
}

impl Header {
    fn read(layout: &'static Layout, values: &mut Values) -> Self {
        let mut header = Self {
            layout,
            enums: Vec::new(),
            constants: Vec::new(),
            types: Vec::new(),
            functions: Vec::new(),
            variables: Vec::new(),
            macros: Vec::new(),
        };
        for stem in layout.types {
            let path = root().join("src/types").join(stem);
            for item in parse(&path.with_extension("rs")) {
                header.add_type(item, values);
            }
            header.macros.extend(macros::read(&path.with_extension("h")));
        }
        for group in &mut header.enums {
            assert!(!group.values.is_empty(), "{} has no values", group.name);
            group.find_sentinel();
        }
        for stem in layout.api {
            for path in rust_files(&root().join("src/api").join(stem)) {
                for item in parse(&path) {
                    header.add_function(item);
                }
            }
        }
        header
    }

    fn add_type(&mut self, mut item: Item, values: &mut Values) {
        match &mut item {
            Item::Const(constant) => self.add_constant(constant, values),
            Item::Type(alias) if matches!(name_of(&alias.ty).as_str(), "c_int" | "c_uint") => {
                let (name, doc) = (alias.ident.to_string(), doc(&alias.attrs));
                self.enums.push(Enum { name, doc, values: Vec::new() });
            }
            Item::Struct(handle) if handle.fields.iter().all(|field| matches!(field.vis, Visibility::Inherited)) => {
                handle.attrs.retain(|attribute| attribute.path().is_ident("doc"));
                self.types.push(item);
            }
            Item::Struct(_) | Item::Union(_) | Item::Type(_) => {
                values::PlainNumbers.visit_item_mut(&mut item);
                self.types.push(item);
            }
            Item::Use(_) | Item::Mod(_) => {}
            _ => panic!("{}: not known what this is in C: {item:?}", self.layout.name),
        }
    }

    fn add_constant(&mut self, constant: &mut syn::ItemConst, values: &mut Values) {
        let (name, doc) = (constant.ident.to_string(), doc(&constant.attrs));
        if let Expr::Lit(syn::ExprLit { lit: Lit::Str(text), .. }) = &*constant.expr {
            return self.constants.push(Constant { name, doc, content: Content::Text(text.value()) });
        }
        let (expr, number) = values.add(&name, &constant.expr);
        let ty = name_of(&constant.ty);
        match self.enums.iter_mut().find(|group| group.name == ty) {
            // A second name for a value of the same group is a macro, which a program can ask for with #ifdef.
            Some(group) if name.ends_with("_LAST") || !group.values.iter().any(|value| is_name(&expr, &value.name)) => {
                group.values.push(Value { name, doc, expr, number, is_sentinel: false });
            }
            group => {
                let ty = if group.is_some() { parse_quote!(c_int) } else { constant.ty.clone() };
                self.constants.push(Constant { name, doc, content: Content::Number { expr: Box::new(expr), ty } });
            }
        }
    }

    fn add_function(&mut self, item: Item) {
        match item {
            Item::Fn(mut function) if is_public(&function.vis) && function.sig.abi.is_some() => {
                let mut text = doc(&function.attrs);
                for (ours, public) in function.sig.inputs.iter_mut().filter_map(rename) {
                    text = text.replace(&format!("`{ours}`"), &format!("`{public}`"));
                    text = text.replace(&format!("`*{ours}`"), &format!("`*{public}`"));
                }
                function.attrs = doc_attributes(&text);
                function.block = parse_quote!({});
                self.functions.push(function);
            }
            Item::Static(variable) if is_public(&variable.vis) => {
                let (name, doc) = (variable.ident.to_string(), doc(&variable.attrs));
                self.variables.push(Variable { name, doc, ty: content_of(&variable.ty) });
            }
            _ => {}
        }
    }
}

impl Enum {
    /// The sentinel is the greatest value, called "…_LAST".
    fn find_sentinel(&mut self) {
        let top = self.values.iter().map(|value| value.number).max();
        for value in &mut self.values {
            value.is_sentinel = value.name.ends_with("_LAST") && Some(value.number) == top;
        }
    }
}

fn parse(path: &Path) -> Vec<Item> {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display())).items
}

/// The file with this stem, or all files below the folder.
fn rust_files(stem: &Path) -> Vec<PathBuf> {
    if !stem.is_dir() {
        return vec![stem.with_extension("rs")];
    }
    let entries = fs::read_dir(stem).unwrap_or_else(|error| panic!("{}: {error}", stem.display()));
    let mut entries: Vec<PathBuf> = entries.map(|entry| entry.expect("a readable folder").path()).collect();
    entries.sort();
    entries.iter().flat_map(|entry| rust_files(entry)).collect()
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

/// The text of a doc comment, without the space in front of each line.
pub fn doc(attributes: &[Attribute]) -> String {
    let line = |attribute: &Attribute| match &attribute.meta {
        syn::Meta::NameValue(meta) if meta.path.is_ident("doc") => match &meta.value {
            Expr::Lit(syn::ExprLit { lit: Lit::Str(text), .. }) => Some(text.value().trim().to_owned()),
            _ => None,
        },
        _ => None,
    };
    attributes.iter().filter_map(line).collect::<Vec<_>>().join("\n")
}

/// A doc comment with this text.
pub fn doc_attributes(text: &str) -> Vec<Attribute> {
    text.lines().map(|line| format!(" {line}")).map(|line| parse_quote!(#[doc = #line])).collect()
}

/// Gives an argument its public name; the old one and the new one.
fn rename(argument: &mut FnArg) -> Option<(String, String)> {
    let FnArg::Typed(argument) = argument else { return None };
    let Pat::Ident(pattern) = &mut *argument.pat else { return None };
    let ours = pattern.ident.to_string();
    let public = names::argument(&ours);
    pattern.mutability = None;
    pattern.ident = syn::parse_str(&public).unwrap_or_else(|_| syn::Ident::new_raw(&public, pattern.ident.span()));
    Some((ours, public))
}

/// The last segment of a path: `c_int` of `std::ffi::c_int`. Empty for what is no path.
pub fn name_of(ty: &Type) -> String {
    match ty {
        Type::Path(path) => path.path.segments.last().map(|segment| segment.ident.to_string()).unwrap_or_default(),
        _ => String::new(),
    }
}

fn is_name(expr: &Expr, name: &str) -> bool {
    matches!(expr, Expr::Path(path) if path.path.is_ident(name))
}

/// What stands between the angle brackets: exported data is wrapped because Rust wants to be told that it may be shared.
fn content_of(ty: &Type) -> Type {
    if let Type::Path(path) = ty
        && let Some(segment) = path.path.segments.last()
        && let syn::PathArguments::AngleBracketed(arguments) = &segment.arguments
        && let Some(syn::GenericArgument::Type(content)) = arguments.args.first()
    {
        return content.clone();
    }
    ty.clone()
}
