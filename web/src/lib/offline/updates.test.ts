import { describe, expect, it, vi } from 'vitest';
import type { WorkerAsk } from '../../sw/messages';
import { Updates } from './updates.svelte';

/** A worker that keeps some files and remembers what it was asked. */
function worker(keeps: string[]) {
  const asked: WorkerAsk[] = [];
  const postMessage = (ask: WorkerAsk, ports: MessagePort[] = []) => {
    asked.push(ask);
    if (ask.ask === 'keeps') ports[0]?.postMessage(keeps.includes(ask.path));
  };
  return Object.assign(new EventTarget(), { postMessage, asked });
}

function rig(waiting: ReturnType<typeof worker> | null = null) {
  const registration = Object.assign(new EventTarget(), {
    waiting,
    installing: null as ReturnType<typeof worker> | null,
    update: vi.fn(() => Promise.resolve()),
  });
  const workers = Object.assign(new EventTarget(), {
    controller: null as object | null,
    register: vi.fn(() => Promise.resolve(registration)),
  });
  const [reload, refetch] = [vi.fn(), vi.fn()];
  const updates = new Updates(
    { workers: workers as unknown as ServiceWorkerContainer, reload, refetch },
    '/assets/mine.js',
  );
  return { registration, workers, reload, refetch, updates };
}

describe('Updates', () => {
  it('start_nothingWaiting_offersNothing', async () => {
    const { updates } = rig();
    await updates.start();
    expect(updates.ready).toBe(false);
  });

  it.each([
    ['onTheFirstVisit', null, 1],
    ['onALaterVisit', worker(['/assets/mine.js']), 0],
  ])('start_%s_keepsWhatWasOpenedBeforeTheWorkerCame', async (_, controller, times) => {
    const { updates, workers, refetch } = rig();
    workers.controller = controller;
    await updates.start();
    workers.dispatchEvent(new Event('controllerchange'));
    expect(refetch).toHaveBeenCalledTimes(times);
  });

  it('start_whereABrowserRefusesWorkers_offersNothing', async () => {
    const { updates, workers } = rig();
    workers.register.mockRejectedValue(new DOMException('no', 'SecurityError'));
    await updates.start();
    updates.look();
    expect(updates.ready).toBe(false);
  });

  it('start_aNewerOneWaits_offersItAndLeavesItWaiting', async () => {
    const waiting = worker(['/assets/newer.js']);
    const { updates } = rig(waiting);
    await updates.start();
    expect(updates.ready).toBe(true);
    expect(waiting.asked).toEqual([{ ask: 'keeps', path: '/assets/mine.js' }]);
  });

  it('start_whatWaitsIsOfThePagesVersion_takesOverWithoutAWord', async () => {
    const waiting = worker(['/assets/mine.js']);
    const { updates } = rig(waiting);
    await updates.start();
    expect(updates.ready).toBe(false);
    expect(waiting.asked.at(-1)).toEqual({ ask: 'take over' });
  });

  it('look_findsANewerOne_offersItOnceItIsThere', async () => {
    const { updates, registration } = rig();
    await updates.start();
    updates.look();
    expect(registration.update).toHaveBeenCalledOnce();
    const newer = worker(['/assets/newer.js']);
    registration.installing = newer;
    registration.dispatchEvent(new Event('updatefound'));
    registration.waiting = newer;
    newer.dispatchEvent(new Event('statechange'));
    await vi.waitFor(() => expect(updates.ready).toBe(true));
  });

  it('open_reloadsOnceTheNewerOneHasTakenOver', async () => {
    const waiting = worker([]);
    const { updates, workers, reload } = rig(waiting);
    await updates.start();
    updates.open();
    expect(waiting.asked.at(-1)).toEqual({ ask: 'take over' });
    expect(reload).not.toHaveBeenCalled();
    workers.dispatchEvent(new Event('controllerchange'));
    workers.dispatchEvent(new Event('controllerchange'));
    expect(reload).toHaveBeenCalledOnce();
  });

  it('open_afterAnotherPageLetItTakeOver_reloadsAtOnce', async () => {
    const { updates, registration, workers, reload } = rig(worker([]));
    workers.controller = {};
    await updates.start();
    registration.waiting = null;
    updates.open();
    expect(reload).toHaveBeenCalledOnce();
  });

  it.each([
    ['aNewer', ['/assets/newer.js'], true],
    ['thePagesOwn', ['/assets/mine.js'], false],
  ])('controllerchange_askedForByAnotherPage_to_%s_offersWhatIsNew', async (_, kept, offered) => {
    const { updates, workers, reload } = rig();
    workers.controller = worker([]);
    await updates.start();
    const taking = worker(kept);
    workers.controller = taking;
    workers.dispatchEvent(new Event('controllerchange'));
    await vi.waitFor(() => expect(taking.asked).toEqual([{ ask: 'keeps', path: '/assets/mine.js' }]));
    await new Promise((resolve) => setTimeout(resolve));
    expect(updates.ready).toBe(offered);
    expect(reload).not.toHaveBeenCalled();
  });

  it('later_putsTheOfferAway', async () => {
    const { updates } = rig(worker([]));
    await updates.start();
    updates.later();
    expect(updates.ready).toBe(false);
  });
});
