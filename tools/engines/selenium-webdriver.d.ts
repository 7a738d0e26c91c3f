// The part of selenium-webdriver that is used here: the package has no types of its own.
declare module 'selenium-webdriver' {
  export class Capabilities {
    constructor(capabilities: Record<string, unknown>);
  }

  export class Builder {
    usingServer(address: string): this;
    withCapabilities(capabilities: Capabilities): this;
    build(): Promise<WebDriver>;
  }

  export interface WebDriver {
    get(address: string): Promise<void>;
    executeScript<T>(script: string): Promise<T>;
    /** A PNG, in base64. */
    takeScreenshot(): Promise<string>;
    quit(): Promise<void>;
  }
}
