import type { ApiClient } from '../api/client';
import type { ErasedHistory, Journal, JournalRange } from '../api/types/journal';
import { addDays, dayOf, zoneHere } from './days';

export interface DayBookSurroundings {
  api: Pick<ApiClient, 'journal' | 'journalExportUrl'>;
  /** Erases what was kept of somebody, and what waits to be. */
  erase(listener: string, range: JournalRange): Promise<ErasedHistory>;
  /** True when the error was dealt with elsewhere: a server that is gone, a listener who was removed. */
  noticed(error: unknown): boolean;
  /** What is said about an error that was not. */
  sentence(error: unknown): string;
  /** The server keeps no history any more; it was switched off elsewhere. */
  onOff(): void;
  now?: () => number;
  zone?: string;
}

/** The journal as it lies open: a day of it, the seven days around that, and the seven before. */
export class DayBook {
  readonly zone: string;
  today = $state('');
  day = $state('');
  /** The last of the seven days that are shown. */
  weekEnd = $state('');
  journal = $state.raw<Journal | null>(null);
  week = $state.raw<Journal | null>(null);
  weekBefore = $state.raw<Journal | null>(null);
  busy = $state(false);
  problem = $state('');
  /** What was erased last, while the day it was asked from is open. */
  erased = $state.raw<ErasedHistory | null>(null);
  isToday = $derived(this.day === this.today);

  /** Whose it is; where it is taken along to hangs on that. */
  private listener = $state<string | null>(null);
  private running: AbortController | null = null;
  /** The last day of the week that was read; '' while none was, or what was read is no longer so. */
  private weekRead = '';
  private readonly now: () => number;

  constructor(private readonly around: DayBookSurroundings) {
    this.now = around.now ?? Date.now;
    this.zone = around.zone ?? zoneHere();
    this.day = this.weekEnd = this.today = dayOf(this.now(), this.zone);
  }

  /** Opens a day of somebody's journal; one that is still to come is today. */
  async open(listener: string, day?: string): Promise<void> {
    this.today = dayOf(this.now(), this.zone);
    const wanted = day && day < this.today ? day : this.today;
    if (listener !== this.listener) this.put();
    if (wanted !== this.day) {
      this.erased = null;
      // Nothing of one day is shown under the name of another.
      this.journal = null;
    }
    this.listener = listener;
    this.day = wanted;
    if (wanted > this.weekEnd || wanted <= addDays(this.weekEnd, -7)) {
      // The days around it are seen, as far as there are any yet.
      const around = addDays(wanted, 3);
      this.weekEnd = addDays(wanted, 6) >= this.today || around > this.today ? this.today : around;
    }
    // A week that was asked for may never have come: another day was opened before.
    await this.load(this.weekEnd !== this.weekRead);
  }

  /** Reads everything again, such as once a minute; what was today is today again, also after midnight. */
  async refresh(): Promise<void> {
    if (!this.listener) return;
    this.weekRead = '';
    await this.open(this.listener, this.isToday ? undefined : this.day);
  }

  /**
   * Erases this day, or everything; what is being loaded meanwhile is not shown any more.
   * @throws what the server says against it
   */
  async erase(everything: boolean): Promise<void> {
    const { listener, day, zone } = this;
    if (!listener) return;
    this.running?.abort();
    this.running = null;
    this.weekRead = '';
    try {
      const erased = await this.around.erase(listener, everything ? {} : { from: day, to: day, zone });
      if (listener === this.listener) this.erased = erased;
    } finally {
      if (listener === this.listener) void this.load(true);
    }
  }

  exportUrl(format: 'csv' | 'json'): string {
    return this.listener ? this.around.api.journalExportUrl(this.listener, format, { zone: this.zone }) : '';
  }

  /** Puts the book away: nothing of it is shown any more. */
  put(): void {
    this.running?.abort();
    this.running = null;
    this.listener = null;
    this.journal = this.week = this.weekBefore = null;
    this.weekRead = '';
    this.weekEnd = this.today;
    this.busy = false;
    this.problem = '';
    this.erased = null;
  }

  private async load(withWeek: boolean): Promise<void> {
    const { listener, day, weekEnd, zone } = this;
    if (!listener) return;
    this.running?.abort();
    const running = new AbortController();
    this.running = running;
    this.busy = true;
    const read = (from: string, to: string) => this.around.api.journal(listener, { from, to, zone }, running.signal);
    try {
      const journal = await read(day, day);
      if (running !== this.running) return;
      this.journal = journal;
      this.problem = '';
      if (!journal.on) return this.around.onOff();
      if (!withWeek) return;
      const [week, before] = await Promise.all([
        read(addDays(weekEnd, -6), weekEnd),
        read(addDays(weekEnd, -13), addDays(weekEnd, -7)),
      ]);
      if (running !== this.running) return;
      [this.week, this.weekBefore] = [week, before];
      this.weekRead = weekEnd;
    } catch (error) {
      if (running === this.running && !this.around.noticed(error)) this.problem = this.around.sentence(error);
    } finally {
      if (running === this.running) this.busy = false;
    }
  }
}
