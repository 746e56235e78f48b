import { describe, expect, it } from 'vitest';
import { ApiProblem, ServerGone } from '../api/problem';
import { FakeApi } from '../testing/fakeApi';
import { Household } from './household.svelte';

async function rig(remembered?: string) {
  const api = new FakeApi();
  api.household = [
    { id: 'default', name: 'Me', keepHistory: false },
    { id: 'ana', name: 'Ana', keepHistory: true },
  ];
  const stored = new Map<string, string>(remembered ? [['mooddeck.listener', remembered]] : []);
  const store = {
    getItem: (k: string) => stored.get(k) ?? null,
    setItem: (k: string, v: string) => void stored.set(k, v),
  };
  const others: string[] = [];
  const errors: unknown[] = [];
  const household = new Household(api.asClient(), store, {
    onError: (error) => errors.push(error),
    onOther: ({ id }) => others.push(id),
  });
  await household.load();
  return { api, household, others, errors, stored };
}

describe('Household', () => {
  it('begins with the first, and tells nobody of it', async () => {
    const { household, others } = await rig();
    expect(household.current?.id).toBe('default');
    expect(household.several).toBe(true);
    expect(others).toEqual([]);
  });

  it('remembers who was picked', async () => {
    const { household, others, stored } = await rig();
    household.choose('ana');
    household.choose('ana');
    expect(others).toEqual(['ana']);
    expect(stored.get('mooddeck.listener')).toBe('ana');
    expect((await rig('ana')).household.current?.id).toBe('ana');
  });

  it('takes the first where the remembered one is no longer there', async () => {
    expect((await rig('gone')).household.current?.id).toBe('default');
  });

  it('lets the added one listen', async () => {
    const { household, others } = await rig();
    await household.add('  Ben ');
    expect(household.current).toEqual({ id: 'ben', name: 'Ben', keepHistory: false });
    expect(others).toEqual(['ben']);
  });

  it('renames without a change of who listens', async () => {
    const { household, others } = await rig('ana');
    await household.rename('ana', 'عائشة 🎧');
    expect(household.current?.name).toBe('عائشة 🎧');
    expect(others).toEqual([]);
  });

  it('goes on with somebody else when who listens is removed', async () => {
    const { household, others, stored } = await rig('ana');
    await household.remove('ana');
    expect(household.current?.id).toBe('default');
    expect(household.several).toBe(false);
    expect(others).toEqual(['default']);
    expect(stored.get('mooddeck.listener')).toBe('default');
  });

  it('notices who was removed on another device', async () => {
    const { api, household, others } = await rig('ana');
    api.household = api.household.slice(0, 1);
    expect(household.noticed(new ServerGone())).toBe(false);
    expect(household.noticed(new ApiProblem(404, 'urn:mooddeck:problem:unknown-listener', 'Nobody.'))).toBe(true);
    await Promise.resolve();
    await Promise.resolve();
    expect(others).toEqual(['default']);
  });

  it('a list asked for before a change does not take it back', async () => {
    const { api, household } = await rig();
    let arrive: (all: typeof api.household) => void = () => undefined;
    const before = api.household;
    api.listeners = () => new Promise((resolve) => (arrive = resolve));
    const loading = household.load();
    await household.keep(true);
    arrive(before);
    await loading;
    expect(household.current?.keepHistory).toBe(true);
  });

  it('keeps no history where the server says no, and tells of it', async () => {
    const { api, household, errors } = await rig();
    api.failure = new ServerGone();
    await household.keep(true);
    expect(household.current?.keepHistory).toBe(false);
    expect(errors).toHaveLength(1);
    await expect(household.add('Ben')).rejects.toThrow(ServerGone);
  });
});
