//! A check lets go between its rules, so that a page stays quick while a long note is
//! checked. It is one and the same check, whoever takes its steps.

use std::future::poll_fn;
use std::mem::replace;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

/// Lets go once.
pub(super) async fn step() {
    let mut has_let_go = false;
    poll_fn(|_| if replace(&mut has_let_go, true) { Poll::Ready(()) } else { Poll::Pending }).await;
}

/// Takes the next step of a check; gives its outcome with the last.
pub(crate) fn next<T>(check: Pin<&mut (impl Future<Output = T> + ?Sized)>) -> Option<T> {
    match check.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(outcome) => Some(outcome),
        Poll::Pending => None,
    }
}

/// Takes all steps at once.
pub(super) fn to_end<T>(check: impl Future<Output = T>) -> T {
    let mut check = pin!(check);
    loop {
        if let Some(outcome) = next(check.as_mut()) {
            return outcome;
        }
    }
}
