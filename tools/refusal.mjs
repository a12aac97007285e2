/**
 * Something that the tools cannot go on without, put in one sentence for the person at the
 * terminal. `details`, if there are any, is what a command said before it failed.
 */
export class Refusal extends Error {
  /**
   * @param {string} sentence
   * @param {string} [details]
   */
  constructor(sentence, details = '') {
    super(sentence);
    this.details = details;
  }
}

/**
 * Runs a tool as a command: a refusal becomes its sentence and exit code 1.
 *
 * @param {() => Promise<unknown>} work
 */
export async function asCommand(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.details) console.error(error.details.trimEnd());
    console.error(error.message);
    process.exitCode = 1;
  }
}
