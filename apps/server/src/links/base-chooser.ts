import { hostname, networkInterfaces } from "node:os";

import type { AccessStore } from "../access/access-store.ts";
import { type LinkBase, linkBases, type Reached } from "./link-bases.ts";
import type { Interfaces } from "./local-addresses.ts";

const SETTING = "link-base";

export interface BaseChooserDeps {
  store: Pick<AccessStore, "setting" | "putSetting">;
  publicUrl: string | undefined;
  host: string;
  /** The port listened on, once it is. */
  port(): number;
  interfaces?(): Interfaces;
}
export interface ChosenBase extends LinkBase {
  readonly isChosen: boolean;
}

/** What links and QR codes begin with: what the organiser chose, as long as it is there, else the best guess. */
export class BaseChooser {
  readonly #deps: BaseChooserDeps;

  constructor(deps: BaseChooserDeps) {
    this.#deps = deps;
  }

  /** Best first; one of them is chosen. */
  async list(reached?: Reached): Promise<ChosenBase[]> {
    const { publicUrl, host, port, store, interfaces = networkInterfaces } = this.#deps;
    const listening = {
      publicUrl,
      host,
      port: port(),
      interfaces: interfaces(),
      hostname: hostname(),
    };
    const bases = linkBases(listening, reached);
    const chosen = await store.setting(SETTING);
    const isKnown = bases.some(({ base }) => base === chosen);
    const [best] = bases;
    return bases.map((one) => ({ ...one, isChosen: isKnown ? one.base === chosen : one === best }));
  }

  async current(reached?: Reached): Promise<LinkBase> {
    const chosen = (await this.list(reached)).find(({ isChosen }) => isChosen);
    return chosen ?? { base: `http://localhost:${this.#deps.port()}`, isLoopback: true };
  }

  /** @returns false when `base` is none of the listed ones */
  async choose(base: string, reached?: Reached): Promise<boolean> {
    const isListed = (await this.list(reached)).some((listed) => listed.base === base);
    if (isListed) await this.#deps.store.putSetting(SETTING, base);
    return isListed;
  }
}
