//! A bar for people who wait in front of a terminal. In a pipe there is none.

use std::io::{IsTerminal as _, stderr};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use engagement_records::progress::Progress;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// What is done within this time needs no bar.
const PATIENCE: Duration = Duration::from_millis(700);

/// How often the bar is drawn.
const TICK: Duration = Duration::from_millis(120);

/// Does work that may take long. `doing` says what is done, `parts` of what there are several. The
/// bar goes away with the work and leaves nothing behind.
pub(crate) fn waiting<T>(doing: &str, parts: &str, work: impl FnOnce(&dyn Progress) -> T) -> T {
    work(&Waiting::new(doing, parts))
}

/// The bar of one stretch of work.
struct Waiting {
    bar: ProgressBar,
    over: Arc<(Mutex<bool>, Condvar)>,
    drawing: Option<JoinHandle<()>>,
}

impl Waiting {
    fn new(doing: &str, parts: &str) -> Waiting {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        let template = format!("{doing} {{bar:30}} {{human_pos}} of {{human_len}} {parts}");
        if let Ok(style) = ProgressStyle::with_template(&template) {
            bar.set_style(style.progress_chars("=> "));
        }
        let over = Arc::new((Mutex::new(false), Condvar::new()));
        let draw = || {
            let bar = bar.clone();
            let over = Arc::clone(&over);
            let thread = thread::Builder::new();
            // Where there can be no more threads, the work goes on without a bar.
            thread.spawn(move || draw_after_a_while(&bar, &over)).ok()
        };
        let drawing = stderr().is_terminal().then(draw).flatten();
        Waiting { bar, over, drawing }
    }
}

/// Draws the bar, unless the work is over before anybody would wonder.
fn draw_after_a_while(bar: &ProgressBar, over: &(Mutex<bool>, Condvar)) {
    let is_over = over.0.lock().unwrap_or_else(PoisonError::into_inner);
    let waited = over
        .1
        .wait_timeout_while(is_over, PATIENCE, |is_over| !*is_over);
    let (mut is_over, _) = waited.unwrap_or_else(PoisonError::into_inner);
    if *is_over {
        return;
    }
    bar.set_draw_target(ProgressDrawTarget::stderr());
    while !*is_over {
        bar.tick();
        let waited = over.1.wait_timeout(is_over, TICK);
        (is_over, _) = waited.unwrap_or_else(PoisonError::into_inner);
    }
}

impl Progress for Waiting {
    fn begin(&self, parts: usize) {
        self.bar
            .set_length(u64::try_from(parts).unwrap_or(u64::MAX));
    }

    fn advance(&self, parts: usize) {
        self.bar.inc(u64::try_from(parts).unwrap_or(u64::MAX));
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        *self.over.0.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.over.1.notify_all();
        if let Some(drawing) = self.drawing.take() {
            // A bar that could not be drawn is nobody's loss.
            let _ = drawing.join();
        }
        self.bar.finish_and_clear();
    }
}
