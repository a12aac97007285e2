// The page's own way of showing a form in steps: only the controls of one are there, and what the others hold is
// carried along in hidden inputs of the same names.

const steps = [...document.querySelectorAll('[data-step]')];
const place = document.querySelector('#step');
const carried = document.querySelector('#carried');
const [back, on, save] = ['#back', '#on', '#save'].map((selector) => document.querySelector(selector));
const namesOf = (step) => [...step.content.querySelectorAll('[name]')].map(({ name }) => name);
const answers = new Map();
let current = 0;

for (const step of steps) for (const control of step.content.querySelectorAll('[name]')) answers.set(control.name, control.value);

function keep() {
  for (const control of place.querySelectorAll('[name]')) answers.set(control.name, control.value);
}

function show(index) {
  current = index;
  place.replaceChildren(steps[index].content.cloneNode(true));
  for (const control of place.querySelectorAll('[name]')) control.value = answers.get(control.name);
  carried.replaceChildren(...steps.filter((step) => step !== steps[index]).flatMap(namesOf).map((name) => {
    const input = document.createElement('input');
    Object.assign(input, { type: 'hidden', name, value: answers.get(name) });
    return input;
  }));
  back.hidden = index === 0;
  on.hidden = index === steps.length - 1;
  save.hidden = !on.hidden;
}

function go(index) {
  keep();
  show(index);
  place.querySelector('h2').focus();
}

/** Brings the step forward that has a field, unless it is there already. */
export function showStepOf(name) {
  const index = steps.findIndex((step) => namesOf(step).includes(name));
  if (index >= 0 && index !== current) go(index);
}

back.addEventListener('click', () => go(current - 1));
on.addEventListener('click', () => go(current + 1));
show(0);
