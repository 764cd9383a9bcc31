//! The doors of the bot in Discord: who is answered, where, and how.

use crate::harness::discord::Discord;

#[test]
fn a_mention_is_answered() {
    let t = Discord::start();
    let asked = t.mention("will I cry");
    t.reply()
        .is_to(asked)
        .has_title("Is Glass Harbor a sad film?")
        .has_footer(
            "Glass Harbor (2014) › Questions › Is Glass Harbor a sad film? · reviewed 2026-01-31",
        )
        .has_button("Read the section")
        .has_button("Not what I asked")
        .has_button("Remove");
    t.stays_silent();
}
