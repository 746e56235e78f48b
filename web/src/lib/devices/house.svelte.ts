import type { ApiClient } from '../api/client';
import { problemOf } from '../i18n/remark';
import type { Text } from '../i18n/text.svelte';
import type { Lan, LanDevice, LanInvitation } from '../api/types/devices';

const lookMs = 2000;

/** The devices of the house, as the settings show them: who is let in, and a code for one more. */
export class House {
  /** Null until it is known. */
  lan = $state.raw<Lan | null>(null);
  devices = $state.raw<LanDevice[]>([]);
  /** The code that is shown; null when there is none, or it was used or ran out. */
  invitation = $state.raw<LanInvitation | null>(null);
  /** Whole seconds until the code runs out. */
  secondsLeft = $state(0);
  /** The device that came by the code shown last. */
  arrived = $state.raw<LanDevice | null>(null);
  problem = $state('');
  private timer: ReturnType<typeof setInterval> | null = null;
  private known: string[] = [];

  constructor(
    private readonly api: ApiClient,
    private readonly text: Text,
    private readonly onError: (error: unknown) => void = () => {},
    private readonly now: () => number = Date.now,
  ) {}

  /** Begins to watch. */
  async open(): Promise<void> {
    this.close();
    this.timer = setInterval(() => void this.look(), lookMs);
    await this.attempt(async () => {
      this.lan = await this.api.lan();
    });
    await this.look();
  }

  /** Watches no longer and puts the code away. */
  close(): void {
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
    this.invitation = null;
    this.arrived = null;
  }

  /** Asks for a new code; the one before still works until it runs out. */
  async invite(): Promise<void> {
    this.arrived = null;
    await this.attempt(async () => {
      this.known = this.devices.map((d) => d.id);
      this.invitation = await this.api.invite();
      this.count();
    });
  }

  async rename(id: string, name: string): Promise<void> {
    await this.attempt(async () => {
      const renamed = await this.api.renameDevice(id, name);
      this.devices = this.devices.map((d) => (d.id === id ? renamed : d));
    });
  }

  /** Shuts a device out at once. */
  async remove(id: string): Promise<void> {
    await this.attempt(async () => {
      await this.api.removeDevice(id);
      this.devices = this.devices.filter((d) => d.id !== id);
    });
  }

  private async look(): Promise<void> {
    this.count();
    if (!this.lan?.mayManage) return;
    await this.attempt(async () => {
      this.devices = await this.api.devices();
      const newcomer = this.invitation && this.devices.find((d) => !this.known.includes(d.id));
      if (!newcomer) return;
      this.arrived = newcomer;
      this.invitation = null;
    });
  }

  private count(): void {
    if (!this.invitation) return;
    this.secondsLeft = Math.max(0, Math.floor((Date.parse(this.invitation.expiresAt) - this.now()) / 1000));
    if (this.secondsLeft === 0) this.invitation = null;
  }

  private async attempt(act: () => Promise<void>): Promise<void> {
    try {
      await act();
      this.problem = '';
    } catch (error) {
      this.problem = problemOf(this.text, error);
      this.onError(error);
    }
  }
}
