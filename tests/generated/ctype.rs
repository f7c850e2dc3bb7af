//! Types and expressions of our sources in C's words.

use quote::ToTokens;
use syn::{Expr, FnArg, Lit, Pat, ReturnType, Type};

use crate::source::name_of;

/// `*const c_char` is `const char *`.
pub fn ctype(ty: &Type) -> String {
    match ty {
        Type::Ptr(pointer) => {
            let target = ctype(&pointer.elem);
            let target = if pointer.const_token.is_some() { constant(&target) } else { target };
            let space = if target.ends_with('*') { "" } else { " " };
            format!("{target}{space}*")
        }
        Type::Path(_) => match name_of(ty).as_str() {
            "c_char" => "char",
            "c_uchar" | "u8" => "unsigned char",
            "c_ushort" => "unsigned short",
            "c_int" => "int",
            "c_uint" => "unsigned int",
            "c_ulong" => "unsigned long",
            "c_longlong" => "long long",
            "c_ulonglong" => "unsigned long long",
            "c_double" | "f64" => "double",
            "c_void" => "void",
            "usize" => "size_t",
            name => return name.to_owned(),
        }
        .to_owned(),
        _ => panic!("not known what this is in C: {ty:?}"),
    }
}

fn constant(target: &str) -> String {
    if target.ends_with('*') { format!("{target} const") } else { format!("const {target}") }
}

/// A member of a struct: arrays stand behind its name.
pub fn member(name: &str, ty: &Type) -> String {
    match ty {
        Type::Array(array) => format!("{} {name}[{}]", ctype(&array.elem), expression(&array.len)),
        _ => ctype(ty),
    }
}

pub fn result(output: &ReturnType) -> String {
    match output {
        ReturnType::Default => "void".to_owned(),
        ReturnType::Type(_, ty) => ctype(ty),
    }
}

/// The name and the type of an argument.
pub fn argument(argument: &FnArg) -> (String, String) {
    let FnArg::Typed(argument) = argument else { panic!("a method: {argument:?}") };
    let Pat::Ident(name) = &*argument.pat else { panic!("an argument without a name: {argument:?}") };
    (name.ident.to_string().trim_start_matches("r#").to_owned(), ctype(&argument.ty))
}

/// An expression that C reads the same way; only literals need help.
pub fn expression(expr: &Expr) -> String {
    match expr {
        Expr::Lit(syn::ExprLit { lit: Lit::Int(number), .. }) => {
            let suffix = if number.suffix() == "i64" { "LL" } else { "" };
            format!("{}{suffix}", number.base10_digits())
        }
        Expr::Binary(_) => format!("({})", expr.to_token_stream()),
        _ => expr.to_token_stream().to_string(),
    }
}
