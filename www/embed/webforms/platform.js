// What ASP.NET sends with a page, as far as a form meets it: the function by which links and lists post the form, and
// what answers some of that by putting another content into a panel (ScriptManager, UpdatePanel).

var theForm = document.forms.aspnetForm;

function __doPostBack(eventTarget, eventArgument) {
  if (!theForm.onsubmit || theForm.onsubmit() !== false) {
    theForm.__EVENTTARGET.value = eventTarget;
    theForm.__EVENTARGUMENT.value = eventArgument;
    theForm.submit();
  }
}

// The script manager takes the place of the function when the page has come.
(() => {
  const panel = document.getElementById('ctl00_Main_pnlNotes');
  const asynchronous = ['ctl00$Main$ddlType'];
  const original = window.__doPostBack;

  window.__doPostBack = (eventTarget, eventArgument) => {
    if (!asynchronous.includes(eventTarget)) return original(eventTarget, eventArgument);
    const sent = new FormData(theForm);
    // The server takes a moment.
    setTimeout(() => { panel.innerHTML = answerTo(sent); }, 50);
  };

  // The server keeps what was written, and makes the controls anew.
  function answerTo(sent) {
    const isCall = sent.get('ctl00$Main$ddlType') === 'phoneCall';
    const made = document.createElement('p');
    const label = document.createElement('label');
    label.htmlFor = 'ctl00_Main_txtNotes';
    label.textContent = isCall ? 'Notes of the call' : 'Notes of the visit';
    const area = document.createElement('textarea');
    area.id = 'ctl00_Main_txtNotes';
    area.name = 'ctl00$Main$txtNotes';
    area.rows = 6;
    area.cols = 20;
    area.textContent = sent.get(area.name);
    made.append(label, ' ', area);
    return made.outerHTML;
  }
})();
