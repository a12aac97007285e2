/** Milliseconds that the work of a pause goes on for before it lets a key come first. */
const stretch = 8;

/**
 * Waits for a pause, and does its work then, a stretch at a time. What comes meanwhile gives up what is half done and
 * starts the wait anew, and nothing happens while a mouse button or a finger is down: a list that appeared then would
 * push the button that is being pressed from under it.
 */
export class Pause {
  #timer = /** @type {ReturnType<typeof setTimeout> | undefined} */ (undefined);
  /** When the timer that runs is over, and when the pause is. */
  #over = 0;
  #end = 0;
  /** Takes back what is about to be done, and what is half done. */
  #stop = /** @type {(() => void) | undefined} */ (undefined);
  #isDue = false;
  /** Ends with the press of a button or a finger, while there is one. */
  #pressed = /** @type {AbortController | undefined} */ (undefined);
  #work;
  #listening = new AbortController();

  /**
   * @param {Document} document
   * @param {() => Iterator<unknown> | void} work which lets go where something else may come first
   */
  constructor(document, work) {
    this.#work = work;
    const how = { capture: true, passive: true, signal: this.#listening.signal };
    document.addEventListener('pointerdown', () => this.#press(document), how);
  }

  /**
   * Costs next to nothing while it waits already, as it does at most keys.
   *
   * @param {number} milliseconds
   */
  start(milliseconds) {
    this.#giveUp();
    this.#isDue = false;
    this.#end = performance.now() + milliseconds;
    // A timer that is over too early finds out how much is left.
    if (this.#timer === undefined || this.#over > this.#end) this.#wait(milliseconds);
  }

  cancel() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#giveUp();
    this.#isDue = false;
  }

  end() {
    this.cancel();
    this.#listening.abort();
    this.#pressed?.abort();
  }

  /** @param {number} milliseconds */
  #wait(milliseconds) {
    clearTimeout(this.#timer);
    this.#over = performance.now() + milliseconds;
    this.#timer = setTimeout(() => this.#passed(), milliseconds);
  }

  #passed() {
    this.#timer = undefined;
    const left = this.#end - performance.now();
    if (left > 0) return this.#wait(left);
    this.#isDue = this.#pressed !== undefined;
    if (!this.#isDue) this.#stop = whenIdle(() => this.#begin());
  }

  #begin() {
    this.#stop = undefined;
    const work = this.#work();
    if (work) this.#goOn(work);
  }

  /** @param {Iterator<unknown>} work */
  #goOn(work) {
    let isGivenUp = false;
    this.#stop = () => {
      isGivenUp = true;
    };
    let isDone = false;
    const end = performance.now() + stretch;
    while (!isDone && !isGivenUp && performance.now() < end) isDone = work.next().done === true;
    if (isGivenUp) return work.return?.();
    if (isDone) return (this.#stop = undefined);
    const timer = setTimeout(() => this.#goOn(work));
    this.#stop = () => {
      clearTimeout(timer);
      work.return?.();
    };
  }

  #giveUp() {
    const stop = this.#stop;
    this.#stop = undefined;
    stop?.();
  }

  /** @param {Document} document */
  #press(document) {
    this.#pressed?.abort();
    this.#pressed = new AbortController();
    this.#isDue ||= this.#stop !== undefined;
    this.#giveUp();
    const how = { capture: true, passive: true, signal: this.#pressed.signal };
    // A button that is let go outside the window is heard of no more; a key says that the hand is elsewhere.
    for (const end of ['pointerup', 'pointercancel', 'keydown']) document.addEventListener(end, () => this.#released(), how);
  }

  #released() {
    this.#pressed?.abort();
    this.#pressed = undefined;
    // The click itself comes right after this.
    if (this.#isDue) this.start(0);
  }
}

/**
 * Does something when the browser has nothing else to do, at the latest in a moment.
 *
 * @param {() => void} work
 * @returns {() => void} what takes it back
 */
function whenIdle(work) {
  if (!('requestIdleCallback' in globalThis)) {
    work();
    return () => {};
  }
  const handle = requestIdleCallback(work, { timeout: 300 });
  return () => cancelIdleCallback(handle);
}
