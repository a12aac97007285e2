/**
 * A look that is decent on any page: it takes the font and the colours of its surroundings. A page that wants
 * another names two classes (`.visit .recording-hints`); what bears govuk-frontend's names is the page's anyway.
 */
export const look = `
.recording-hidden {
  position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; border: 0;
  overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}

/* What is said may be of another direction than the page. */
:where(.recording-hints, .recording-card, .recording-errors, .recording-summary) :where(p, h2, a, label, summary, button) {
  unicode-bidi: plaintext;
}

.recording-hints {
  box-sizing: border-box; max-width: 46em; margin: 8px 0 0; padding: 12px 14px 14px;
  border-inline-start: 4px solid #1d70b8; background: #f2f7fb; color: #0b0c0c; font-size: 1rem; line-height: 1.4;
  /* So that a browser need not paint it anew at every key in the text above. */
  isolation: isolate;
}
.recording-hints__heading { margin: 0 0 10px; font-weight: bold; }
.recording-hints__list { margin: 0; padding: 0; list-style: none; }
.recording-hint { margin: 0; padding: 0; }
.recording-hint + .recording-hint { margin-top: 12px; padding-top: 12px; border-top: 1px solid #cbdbe8; }
.recording-hint__message { margin: 0; overflow-wrap: break-word; }
.recording-hint__term {
  padding: 0; border: 0; background: none; color: inherit; font: inherit; font-weight: bold; text-align: start;
  cursor: pointer; text-decoration: underline 2px #1d70b8; text-underline-offset: 3px;
}
.recording-hint__foot { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 16px; margin: 8px 0 0; }
.recording-hint__foot:empty { display: none; }
.recording-fix {
  margin: 0; padding: 5px 10px; border: 1px solid #484949; border-radius: 0; background: #fff; color: #0b0c0c;
  font: inherit; line-height: 1.25; text-align: start; cursor: pointer;
}
.recording-fix:hover { background: #e6eef5; }
.recording-hint__why[open] { flex-basis: 100%; }
.recording-hint__why > summary, .recording-hints__more > summary { width: fit-content; padding: 3px 0; cursor: pointer; }
.recording-hint__why p { margin: 6px 0 0; }
.recording-hint__clause { color: #484949; }
.recording-hints__more { margin: 12px 0 0; }
.recording-hints__more[open] > summary { margin: 0 0 12px; }

.recording-card {
  position: fixed; inset: auto; box-sizing: border-box; z-index: 1000; margin: 0; padding: 12px 14px; overflow: auto;
  width: max-content; max-width: min(26rem, calc(100vw - 12px)); max-height: 60vh; border: 1px solid #484949;
  background: #fff; color: #0b0c0c; font-size: 1rem; line-height: 1.4; box-shadow: 0 3px 12px rgb(0 0 0 / 25%);
}
.recording-card p { margin: 0; }
.recording-card p + p, .recording-card .recording-hint__foot + p { margin-top: 8px; }
.recording-card__message { font-weight: bold; }

.recording-errors .recording-hint__foot { margin: 0 0 10px; }
.recording-anyway { margin: 20px 0 0; padding: 16px 0 0; border-top: 1px solid #b1b4b6; }
.recording-unavailable { margin: 16px 0 0; }

:where(.recording-error) { margin: 0 0 8px; color: #ca3535; font-weight: bold; }
:where(.recording-summary) { margin: 0 0 32px; padding: 16px; border: 5px solid #ca3535; }
:where(.recording-summary a) { color: #ca3535; font-weight: bold; }
:where(.recording-anyway textarea) { display: block; box-sizing: border-box; width: 100%; margin: 6px 0 12px; font: inherit; }
`;
