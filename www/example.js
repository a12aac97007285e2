/** A visit as it is often written, with what the checks ask about. Everybody in it is invented. */
const example = {
  'visit-type': 'planned',
  'visited-time': '15:30',
  seen: 'yes',
  'seen-alone': 'yes',
  happened: [
    'I visited Ava at home after school. Ms Marsden showed me into the kitchen, where Ava was drawing at the table. ' +
      'She smiled when she saw me.',
    'Ava told me, “I hate contact when it gets cancelled, and the CAMHS lady just asks stuff.” Ms Marsden said that ' +
      'Ava has been tired in class. The DSL has offered her a place at breakfast club.',
    'I saw Ava’s bedroom. There were clean sheets on the bed, and her uniform was hung up for the morning. ' +
      'The protective factors that we named at the last TAF are in place. Ms Marsden asked me about respite care.',
  ].join('\n\n'),
  views: 'Ava said, “I want to see my dad every week, not just when he remembers.” She wants to stay at her school.',
  decided: 'Everybody who helps the family will meet within two weeks.',
  decider: 'Helen Okafor',
  'decider-post': 'Team manager',
  'decision-reasons': 'Ava is tired at school because mornings are hard, and Ms Marsden has asked for help with them.',
  shared: 'yes',
  'shared-what': 'That mornings are hard for the family.',
  'shared-with': 'Hollybank Primary School',
  agreement: '',
};

/** Milliseconds in a day. */
const day = 86_400_000;

/**
 * A weekday a good week ago: late by any standard.
 *
 * @param {Date} now
 */
function lateDay(now) {
  const date = new Date(now.getTime() - 8 * day);
  const beyondFriday = (date.getDay() + 1) % 7;
  return beyondFriday < 2 ? new Date(date.getTime() - (beyondFriday + 1) * day) : date;
}

/**
 * Fills in the form as a person would, so that it hears of every field.
 *
 * @param {HTMLFormElement} form
 */
export function fillIn(form) {
  const date = lateDay(new Date());
  const visited = {
    'visited-day': String(date.getDate()),
    'visited-month': String(date.getMonth() + 1),
    'visited-year': String(date.getFullYear()),
  };
  form.reset();
  for (const [name, value] of Object.entries({ ...visited, ...example })) {
    for (const control of form.querySelectorAll(`[name="${name}"]`)) fill(/** @type {HTMLInputElement} */ (control), value);
  }
}

/**
 * @param {HTMLInputElement} control
 * @param {string} value
 */
function fill(control, value) {
  if (control.type === 'radio') control.checked = control.value === value;
  else control.value = value;
  for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true }));
}
