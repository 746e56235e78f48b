// How the server is, and its demo library, as docs/api.md gives it; what is unknown is null.

export interface DemoState {
  state: 'absent' | 'running' | 'ready' | 'failed';
  done: number;
  total: number;
  detail: string | null;
}

export interface MachineStatus {
  version: string;
  tracks: { total: number; playable: number };
  models: { emotion: string | null; faces: string | null };
  demo: DemoState['state'];
}
