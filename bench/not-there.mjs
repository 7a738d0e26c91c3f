/** A build that lacks what a choice is made by: there is nothing to measure, and trying again would not find it. */
export class NotThere extends Error {
  /** @param {string} what */
  constructor(what) {
    super(`not there: ${what}`);
    this.name = 'NotThere';
  }
}
