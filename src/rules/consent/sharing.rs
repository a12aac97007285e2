//! What the fields of a sharing say.

use super::agency::OwnAgency;
use crate::check::Context;
use crate::record::{Agreed, Entry, Field, Ground, Sharing};

/// The sharings that concern somebody outside the agency, and their places.
pub fn outside<'e>(entry: &'e Entry<'e>, context: &Context) -> impl Iterator<Item = (usize, &'e Sharing<'e>)> {
    let own = OwnAgency::of(context);
    entry.sharing.iter().enumerate().filter(move |(_, sharing)| !own.has_all(sharing))
}

/// Those in which information was shared: somebody received it, or there is a date.
pub fn shared<'e>(entry: &'e Entry<'e>, context: &Context) -> impl Iterator<Item = (usize, &'e Sharing<'e>)> {
    outside(entry, context).filter(|(_, sharing)| {
        let received = sharing.with.get().is_some_and(|recipients| !recipients.is_empty());
        !sharing.not_shared.is_yes() && (received || sharing.shared_at.is_given())
    })
}

/// Whether a form's row says anything.
pub fn is_filled(sharing: &Sharing) -> bool {
    let has_recipients = sharing.with.get().is_some_and(|recipients| !recipients.is_empty());
    let has_dates = sharing.shared_at.is_given() || sharing.withdrawn_on.is_given();
    let has_agreement = !sharing.agreement.is_blank() || agreed(sharing).next().is_some();
    let has_reason = !sharing.reason.is_blank() || !sharing.reason_text.is_blank();
    has_recipients
        || has_dates
        || has_agreement
        || has_reason
        || sharing.not_shared.is_yes()
        || !sharing.what.is_blank()
}

/// Those who were spoken to about the sharing, and their places; empty rows of a form left out.
pub fn agreed<'s>(sharing: &'s Sharing<'s>) -> impl Iterator<Item = (usize, &'s Agreed<'s>)> {
    let is_blank = |agreed: &Agreed| agreed.name.is_blank() && agreed.role.is_blank() && agreed.on.is_blank();
    sharing.agreed_by.iter().enumerate().filter(move |(_, agreed)| !is_blank(agreed))
}

/// A ground other than agreement; "other" needs to be put in words.
pub fn has_ground(sharing: &Sharing) -> bool {
    let is_named = match &sharing.reason {
        Field::Given(ground) => *ground != Ground::Other,
        Field::Unreadable => true,
        Field::Blank => false,
    };
    is_named || sharing.reason_text.has_answer()
}

/// Where the reason is missing.
pub fn reason_path(sharing: &Sharing, index: usize) -> String {
    let field = if sharing.reason.is_given() { "reasonText" } else { "reason" };
    format!("sharing/{index}/{field}")
}
