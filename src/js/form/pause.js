/**
 * Waits for a pause. What comes meanwhile starts the wait anew, and nothing happens while a mouse button or
 * a finger is down: a list that appeared then would push the button that is being pressed from under it.
 */
export class Pause {
  #timer = /** @type {ReturnType<typeof setTimeout> | undefined} */ (undefined);
  #idle = () => {};
  #isDown = false;
  #isDue = false;
  #work;
  #listening = new AbortController();

  /**
   * @param {Document} document
   * @param {() => void} work
   */
  constructor(document, work) {
    this.#work = work;
    const how = { capture: true, passive: true, signal: this.#listening.signal };
    document.addEventListener('pointerdown', () => { this.#isDown = true; }, how);
    // A button that is let go outside the window is heard of no more; a key says that the hand is elsewhere.
    for (const end of ['pointerup', 'pointercancel', 'keydown']) document.addEventListener(end, () => this.#released(), how);
  }

  /** @param {number} milliseconds */
  start(milliseconds) {
    this.cancel();
    this.#timer = setTimeout(() => this.#over(), milliseconds);
  }

  cancel() {
    clearTimeout(this.#timer);
    this.#idle();
    this.#isDue = false;
  }

  end() {
    this.cancel();
    this.#listening.abort();
  }

  #over() {
    this.#isDue = this.#isDown;
    if (!this.#isDue) this.#idle = whenIdle(() => this.#work());
  }

  #released() {
    this.#isDown = false;
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
