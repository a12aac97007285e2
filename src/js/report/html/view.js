// The script of the report. It is written into it as it stands, and so imports nothing.

/**
 * What the list of findings is made of, as listing.js writes it.
 *
 * @typedef {object} Words
 * @property {string[]} files
 * @property {string[]} teams
 * @property {string[]} delays
 * @property {string[]} fields
 * @property {string[]} messages
 * @property {{ rule: string, severity: 'error' | 'warning' | 'advice', clauses: string[] }[]} kinds
 */

/**
 * Something written once and named by its place, or written out.
 *
 * @typedef {number | string} Named
 */

/**
 * File, row, id, file reference, team, day, delay, findings.
 *
 * @typedef {[Named, number, string, string, Named, string, number, Entry[]]} Row
 */

/**
 * Kind, field, message, start, end, count, quotation.
 *
 * @typedef {[number, Named, Named, number, number, number, string?]} Entry
 */

/** @typedef {{ row: Row, entry: Entry }} Item */

/**
 * The data of the list, in JSON: the words, and the rows in pieces.
 *
 * @typedef {{ words: string, rows: string[] }} ListData
 */

/**
 * Lets people filter, search and leaf through the findings of a report.
 *
 * @param {HTMLElement} report the element that holds it
 * @param {ListData} [data] taken from the element where it is not given
 */
export async function view(report, data) {
  const explorer = report.querySelector('[data-explorer]');
  if (!explorer) return;

  const textsOf = (/** @type {string} */ selector) => [...report.querySelectorAll(selector)].map(({ textContent }) => textContent ?? '');
  const { words: json, rows: pieces } = data ?? { words: textsOf('[data-words]')[0], rows: textsOf('[data-rows]') };
  const pageSize = 25;
  /** @type {Words} */
  const words = JSON.parse(json);
  /** Months in which something was found. @type {Set<string>} */
  const months = new Set();
  /** @type {Item[]} */
  const items = [];
  /** @type {Item[]} */
  let shown = [];
  let page = 0;

  const inFigures = (/** @type {number} */ number) => number.toLocaleString('en-GB');
  const inWords = (/** @type {string} */ day) =>
    new Date(`${day}T00:00Z`).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const monthInWords = (/** @type {string} */ month) =>
    new Date(`${month}-01T00:00Z`).toLocaleDateString('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const named = (/** @type {string[]} */ list, /** @type {Named} */ name) => (typeof name === 'number' ? list[name] : name);

  /**
   * @template {keyof HTMLElementTagNameMap} Tag
   * @param {Tag} tag
   * @param {Record<string, string>} [attributes]
   * @param {(Node | string)[]} children
   */
  const make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };

  const compare = new Intl.Collator('en-GB', { numeric: true }).compare;
  const severityNames = { error: 'Error', warning: 'Warning', advice: 'Advice' };
  const unique = (/** @type {string[]} */ list) => [...new Set(list)].sort(compare);

  /**
   * What can be chosen from: name, label, choices, and what of an item it looks at.
   *
   * @type {{ name: string, label: string, choices: () => (string | [string, string])[], matches: (item: Item, value: string) => boolean }[]}
   */
  const filters = [
    {
      name: 'severity', label: 'How much it matters', choices: () => Object.entries(severityNames),
      matches: ({ entry }, value) => words.kinds[entry[0]].severity === value,
    },
    {
      name: 'rule', label: 'Rule', choices: () => unique(words.kinds.map(({ rule }) => rule)),
      matches: ({ entry }, value) => words.kinds[entry[0]].rule === value,
    },
    {
      name: 'clause', label: 'Clause', choices: () => unique(words.kinds.flatMap(({ clauses }) => clauses)),
      matches: ({ entry }, value) => words.kinds[entry[0]].clauses.includes(value),
    },
    {
      name: 'team', label: 'Team', choices: () => unique(words.teams),
      matches: ({ row }, value) => named(words.teams, row[4]) === value,
    },
    {
      name: 'month', label: 'Month',
      choices: () => unique([...months]).map((month) => [month || 'Not known', month ? monthInWords(month) : 'Not known']),
      matches: ({ row }, value) => (row[5].slice(0, 7) || 'Not known') === value,
    },
    {
      name: 'delay', label: 'How soon written', choices: () => words.delays,
      matches: ({ row }, value) => words.delays[row[6]] === value,
    },
  ];

  const search = make('input', { type: 'search', id: 'report-search', autocomplete: 'off', spellcheck: 'false' });
  const selects = new Map(filters.map(({ name }) => [name, make('select', { id: `report-${name}` })]));
  const clear = make('button', { type: 'button', class: 'plain' }, 'Clear all');
  const field = (/** @type {string} */ id, /** @type {string} */ label, /** @type {HTMLElement} */ control) =>
    make('div', { class: 'field' }, make('label', { for: id }, label), control);
  const form = make('form', { role: 'search', 'aria-label': 'Findings' },
    field('report-search', 'Search by row, id, file, field, rule or message', search),
    ...filters.map(({ name, label }) => field(`report-${name}`, label, /** @type {HTMLElement} */ (selects.get(name)))),
    make('div', { class: 'field' }, clear));
  const status = make('p', { role: 'status', class: 'status' });
  const list = make('ol', { class: 'items' });
  const previous = make('button', { type: 'button' }, 'Previous');
  const next = make('button', { type: 'button' }, 'Next');
  const place = make('span');
  const pager = make('nav', { class: 'pager', 'aria-label': 'Pages of findings' }, previous, place, next);
  explorer.replaceChildren(form, status, list, pager);

  /** Fills the choices, and keeps what is chosen. */
  const fill = () => {
    for (const { name, choices } of filters) {
      const select = /** @type {HTMLSelectElement} */ (selects.get(name));
      const chosen = select.value;
      const options = choices().map((choice) => (Array.isArray(choice) ? choice : [choice, choice]));
      select.replaceChildren(make('option', { value: '' }, 'All'), ...options.map(([value, label]) => make('option', { value }, label)));
      select.value = chosen;
      /** @type {HTMLElement} */ (select.parentElement).hidden = options.length < 2;
    }
  };

  /** @param {Item} item */
  const itemOf = ({ row, entry }) => {
    const [file, number, id, fileId, team, on] = row;
    const [kind, path, message, start, end, count, quote] = entry;
    const { rule, severity, clauses } = words.kinds[kind];
    const record = [
      ...(words.files.length > 1 ? [named(words.files, file)] : []), `row ${inFigures(number)}`,
      ...(id ? [`id ${id}`] : []), ...(fileId ? [`file ${fileId}`] : []),
      ...(words.teams.length > 1 ? [named(words.teams, team)] : []), ...(on ? [inWords(on)] : []),
    ].join(' · ');
    const where = [
      named(words.fields, path),
      ...(end > start ? [`characters ${inFigures(start + 1)} to ${inFigures(end)}`] : []),
      ...(count > 1 ? [`${inFigures(count)} times`] : []),
    ].join(', ');
    return make('li', {},
      make('p', { class: 'record' }, make('span', { class: `tag ${severity}` }, severityNames[severity]), ` ${record}`),
      make('p', { class: 'message' }, make('b', {}, where), `: ${named(words.messages, message)}`),
      ...(quote ? [make('blockquote', {}, ...marked(quote))] : []),
      make('p', { class: 'source' }, `${rule}, clause${clauses.length === 1 ? '' : 's'} ${clauses.join(', ')}`));
  };

  /** @param {string} quote with the words that are meant in the last square brackets that are whole */
  const marked = (quote) => {
    const parts = /^([^]*?)\[([^]*)\]([^]*)$/.exec(quote);
    return parts ? [parts[1], make('mark', {}, parts[2]), parts[3]] : [quote];
  };

  const show = () => {
    const pages = Math.max(1, Math.ceil(shown.length / pageSize));
    page = Math.min(page, pages - 1);
    list.start = page * pageSize + 1;
    list.replaceChildren(...shown.slice(page * pageSize, (page + 1) * pageSize).map(itemOf));
    const all = inFigures(items.length);
    status.textContent = shown.length === items.length ? `${all} findings` : `${inFigures(shown.length)} of ${all} findings`;
    place.textContent = `Page ${inFigures(page + 1)} of ${inFigures(pages)}`;
    previous.disabled = page === 0;
    next.disabled = page === pages - 1;
    pager.hidden = pages === 1;
  };

  const filter = () => {
    const wanted = search.value.trim().toLowerCase();
    const has = (/** @type {string} */ text) => text.toLowerCase().includes(wanted);
    // Words that are written once are searched once.
    const fields = words.fields.map(has);
    const messages = words.messages.map(has);
    const rules = words.kinds.map(({ rule }) => has(rule));
    const found = (/** @type {boolean[]} */ list, /** @type {Named} */ name) => (typeof name === 'number' ? list[name] : has(name));
    const isFound = (/** @type {Item} */ { row, entry }) => wanted === ''
      || String(row[1]) === wanted || has(row[2]) || has(row[3])
      || rules[entry[0]] || found(fields, entry[1]) || found(messages, entry[2]) || has(entry[6] ?? '');
    const chosen = filters
      .map(({ name, matches }) => ({ matches, value: selects.get(name)?.value ?? '' }))
      .filter(({ value }) => value !== '');
    shown = items.filter((item) => chosen.every(({ matches, value }) => matches(item, value)) && isFound(item));
    show();
  };
  const filterAnew = () => {
    page = 0;
    filter();
  };

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  search.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(filterAnew, 150);
  });
  form.addEventListener('change', filterAnew);
  form.addEventListener('submit', (event) => event.preventDefault());
  const reset = () => {
    search.value = '';
    for (const select of selects.values()) select.value = '';
  };
  clear.addEventListener('click', () => {
    reset();
    filterAnew();
    search.focus();
  });
  const turn = (/** @type {number} */ pages) => {
    page += pages;
    show();
    status.scrollIntoView();
    /** @type {HTMLElement | null} */ (report.querySelector('#findings-title'))?.focus({ preventScroll: true });
  };
  previous.addEventListener('click', () => turn(-1));
  next.addEventListener('click', () => turn(1));

  // Where the chart is wider than the screen, the last months are of more use than the first.
  const chart = report.querySelector('.scroll');
  if (chart) chart.scrollLeft = chart.scrollWidth;

  // A line of a breakdown leads to the findings that it counts.
  report.addEventListener('click', (event) => {
    const link = /** @type {Element} */ (event.target).closest?.('a[data-filter]');
    const { filter: name = '', value = '' } = link instanceof HTMLElement ? link.dataset : {};
    const select = selects.get(name);
    if (!select) return;
    reset();
    select.value = value;
    filterAnew();
  });

  for (const [index, piece] of pieces.entries()) {
    /** @type {Row[]} */
    const rows = JSON.parse(piece);
    for (const row of rows) {
      months.add(row[5].slice(0, 7));
      for (const entry of row[7]) items.push({ row, entry });
    }
    if (index === 0) filter();
    // The page answers in between.
    await new Promise((resolve) => { setTimeout(resolve); });
  }
  fill();
  filter();
}
