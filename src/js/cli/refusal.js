/** Something that a command cannot go on without, in one sentence for the person at the terminal. */
export class Refusal extends Error {}
