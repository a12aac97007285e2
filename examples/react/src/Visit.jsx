import { useState } from 'react';
import { checked } from './checked.js';

const empty = { visitedOn: '', happened: '', views: [] };

export function Visit() {
  const [visit, setVisit] = useState(empty);
  const [saved, setSaved] = useState('');
  const set = (change) => setVisit((before) => ({ ...before, ...change }));
  const onSubmit = (event) => {
    event.preventDefault();
    setSaved(`Saved: ${visit.happened}`);
    setVisit(empty);
  };

  return (
    <>
      <h1>Visit</h1>
      <form ref={checked} onSubmit={onSubmit} noValidate>
        <p>
          <label htmlFor="visited-on">When was the visit?</label>
          <input id="visited-on" data-record="eventAt" value={visit.visitedOn} onChange={({ target }) => set({ visitedOn: target.value })} />
        </p>
        <p>
          <label htmlFor="happened">What you saw and heard</label>
          <textarea id="happened" data-record="text" rows="4" value={visit.happened} onChange={({ target }) => set({ happened: target.value })} />
        </p>
        {visit.views.map((view, index) => (
          <p key={index}>
            <label htmlFor={`view-${index}`}>What Ava said or showed</label>
            <textarea id={`view-${index}`} data-record="child/views" rows="2" value={view} onChange={({ target }) => set({ views: [target.value] })} />
          </p>
        ))}
        <p><button type="button" id="views" onClick={() => set({ views: visit.views.length ? [] : [''] })}>Ava was seen</button></p>
        <button>Save</button>
      </form>
      <p role="status" id="words">{visit.happened.split(/\s+/).filter(Boolean).length} words</p>
      <p role="status" id="saved">{saved}</p>
    </>
  );
}
