import type { Settings } from '../settings/settings';
import { activeActions, type Action, type Surroundings } from './actions';
import { isTaken, keyName, type KeyPress } from './press';

/** How long the second key of two is waited for. */
const chordMs = 1500;

/** Runs what single keys do, unless they are switched off or the focus has a use of its own for the key. */
export class Shortcuts {
  private first: { key: string; at: number } | null = null;

  constructor(
    private readonly settings: Pick<Settings, 'shortcuts'>,
    private readonly around: Surroundings,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** True when the key did something, and nobody else should take it. */
  press(press: KeyPress, target: Pick<Element, 'closest'> | null): boolean {
    const key = this.settings.shortcuts ? keyName(press) : null;
    // Shift alone is no key between the two of a pair.
    if (key === 'Shift') return false;
    const before = this.first && this.now() - this.first.at < chordMs ? this.first.key : null;
    this.first = null;
    if (key === null || isTaken(key, target)) return false;

    const active = activeActions(this.around);
    const pair = before === null ? undefined : find(active, `${before} ${key}`);
    const action = pair ?? find(active, key);
    if (action) {
      // Whoever began a pair and missed does not mean the second key on its own.
      const meant = before === null || pair !== undefined;
      if (meant && (!press.repeat || action.repeats)) action.run(this.around);
      return true;
    }
    if (active.some((a) => a.keys.some((k) => k.startsWith(`${key} `)))) this.first = { key, at: this.now() };
    return false;
  }
}

const find = (active: readonly Action[], keys: string): Action | undefined =>
  active.find((action) => action.keys.includes(keys));
