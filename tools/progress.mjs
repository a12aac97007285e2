/** The title of the step whose line still waits for its time, if any. */
let open = '';

/** @param {string} text */
function write(text) {
  process.stdout.write(open ? `\n${text}` : text);
  open = '';
}

/** @param {number} start from `performance.now()` */
export const secondsSince = (start) => `${((performance.now() - start) / 1000).toFixed(1)} s`;

/**
 * Prints a line of its own, also while a step is under way.
 *
 * @param {string} line
 */
export const say = (line) => write(`${line}\n`);

/**
 * Does a piece of work on one line of output: first what it is, then how long it took.
 *
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const start = performance.now();
  write(`${title} … `);
  open = title;
  try {
    return await work();
  } finally {
    if (open === title) {
      process.stdout.write(`${secondsSince(start)}\n`);
      open = '';
    } else {
      say(`${title} … ${secondsSince(start)}`);
    }
  }
}
