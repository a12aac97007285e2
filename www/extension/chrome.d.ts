/** What the extension uses of what both browsers offer it, under the name that both know. */
declare const chrome: {
  runtime: {
    id: string;
    sendMessage(message: object): Promise<any>;
    onMessage: Heard<(message: any, sender: Sender, answer: (with_: unknown) => void) => boolean | void>;
    onInstalled: Heard<() => void>;
    onStartup: Heard<() => void>;
  };
  action: {
    onClicked: Heard<(tab: Tab) => void>;
    setBadgeText(badge: { tabId?: number; text: string }): Promise<void>;
    setBadgeBackgroundColor(badge: { color: string }): Promise<void>;
  };
  dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null };
  permissions: {
    contains(wanted: { origins: string[] }): Promise<boolean>;
    request(wanted: { origins: string[] }): Promise<boolean>;
    onAdded: Heard<() => void>;
  };
  scripting: {
    executeScript(how: { target: { tabId: number; allFrames: boolean }; files: string[] }): Promise<unknown>;
    getRegisteredContentScripts(): Promise<{ id: string; matches: string[] }[]>;
    registerContentScripts(scripts: object[]): Promise<void>;
    unregisterContentScripts(): Promise<void>;
  };
  sidePanel?: { open(where: { windowId: number }): Promise<void> };
  sidebarAction?: { open(): Promise<void> };
  storage: { managed: { get(): Promise<any> }; onChanged: Heard<() => void> };
  tabs: {
    query(which: { active?: boolean; currentWindow?: boolean; url?: string[] }): Promise<Tab[]>;
    sendMessage(tab: number, message: object, to?: { frameId: number }): Promise<any>;
    onActivated: Heard<() => void>;
    onUpdated: Heard<(tab: number, change: { status?: string }) => void>;
  };
};

interface Heard<Call> {
  addListener(call: Call): void;
}

interface Tab {
  id: number;
  windowId: number;
}

interface Sender {
  id?: string;
  frameId?: number;
  tab?: Tab;
}
