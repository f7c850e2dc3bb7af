//! The numbers behind constants, and their expressions as C can read them.

use std::collections::HashMap;

use syn::visit_mut::{self, VisitMut};
use syn::{BinOp, Expr, Lit, UnOp, parse_quote};

/// All constants seen so far: later ones refer to them, also from other files.
#[derive(Default)]
pub struct Values(HashMap<String, i64>);

impl Values {
    /// Takes a constant in; gives the expression for C and the number.
    pub fn add(&mut self, name: &str, expr: &Expr) -> (Expr, i64) {
        let number = self.number(expr);
        let mut expr = expr.clone();
        PlainNumbers.visit_expr_mut(&mut expr);
        if i32::try_from(number).is_err() {
            WideNumbers(number).visit_expr_mut(&mut expr);
        }
        self.0.insert(name.to_owned(), number);
        (expr, number)
    }

    fn number(&self, expr: &Expr) -> i64 {
        match expr {
            Expr::Lit(syn::ExprLit { lit: Lit::Int(number), .. }) => number.base10_parse().expect("a number"),
            Expr::Paren(inner) => self.number(&inner.expr),
            Expr::Cast(cast) => self.number(&cast.expr),
            Expr::Unary(syn::ExprUnary { op: UnOp::Neg(_), expr, .. }) => -self.number(expr),
            Expr::Path(path) => {
                let name = path.path.require_ident().expect("a constant's name").to_string();
                *self.0.get(&name).unwrap_or_else(|| panic!("{name} is used before it is said"))
            }
            Expr::Binary(binary) => {
                let (left, right) = (self.number(&binary.left), self.number(&binary.right));
                match binary.op {
                    BinOp::Add(_) => left + right,
                    BinOp::Sub(_) => left - right,
                    BinOp::Mul(_) => left * right,
                    BinOp::Shl(_) => left << right,
                    BinOp::BitOr(_) => left | right,
                    _ => panic!("an operator that is not known here: {expr:?}"),
                }
            }
            _ => panic!("an expression that is not known here: {expr:?}"),
        }
    }
}

/// Takes casts out: C converts between its integers by itself.
pub struct PlainNumbers;

impl VisitMut for PlainNumbers {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        while let Expr::Cast(cast) = expr {
            *expr = (*cast.expr).clone();
        }
        visit_mut::visit_expr_mut(self, expr);
    }
}

/// Gives literals the type that their number needs, where C would take `int`.
struct WideNumbers(i64);

impl VisitMut for WideNumbers {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        if let Expr::Binary(binary) = expr {
            return self.visit_expr_mut(&mut binary.left);
        }
        if let Expr::Lit(syn::ExprLit { lit: Lit::Int(number), .. }) = expr {
            let suffix = if u32::try_from(self.0).is_ok() { "u32" } else { "i64" };
            let literal = syn::LitInt::new(&format!("{}{suffix}", number.base10_digits()), number.span());
            *expr = parse_quote!(#literal);
        }
    }
}
