import type { KeptModel, Training, TrainingEpoch, Trainings } from '../src/lib/api/types/trainings.ts';

const epochMs = 700;
const pictures = 1240;

/** Trainings that go on in memory: a curve that falls and rises as one would, no pictures needed. */
export class MockTraining {
  private all: Training[] = [];
  private kept: KeptModel | null = null;
  private timer: ReturnType<typeof setInterval> | null = null;

  list(): Trainings {
    return {
      unavailable: null,
      architectures: ['moodnet', 'cnn', 'dcnn', 'resnet18', 'vgg19'],
      defaults: { arch: 'moodnet', epochs: 30 },
      limits: { uploadBytes: 2_000_000_000, epochs: 500 },
      kept: this.kept,
      keptProblem: null,
      trainings: this.all.map((t) => this.shown(t)),
    };
  }

  find(id: string): Training | null {
    const one = this.all.find((t) => t.id === id);
    return one ? this.shown(one) : null;
  }

  add(name: string, bytes: number): Training {
    const id = String(this.all.length + 1).padStart(32, '0');
    const one: Training = {
      ...{ id, name, bytes, createdAt: new Date().toISOString(), state: 'uploaded', message: null, arch: null },
      ...{ epochs: 0, epoch: 0, hasModel: false, hasReport: false, inUse: false, step: 0, steps: 20, loss: null },
      ...{ imagesPerSecond: null, secondsLeft: null, learned: null, keptAside: null, history: [], bestEpoch: null },
      ...{ skipped: [], skippedTotal: 0 },
    };
    this.all.unshift(one);
    return one;
  }

  start(id: string, options: { arch?: string; epochs?: number }): Training | null {
    const one = this.all.find((t) => t.id === id);
    if (!one) return null;
    if (one.state !== 'stopped') Object.assign(one, { history: [], epoch: 0 });
    one.arch = options.arch ?? one.arch ?? 'moodnet';
    one.epochs = options.epochs ?? (one.epochs || 30);
    Object.assign(one, { state: 'preparing', hasModel: false, message: null, learned: pictures, keptAside: 138 });
    one.skipped = [
      { where: 'train/happy/notes.txt', reason: 'It is no JPEG, PNG or WebP.', count: 1 },
      { where: 'train/sad/0419.jpg', reason: 'It is cut short.', count: 1 },
    ];
    one.skippedTotal = 2;
    this.timer = setInterval(() => this.pass(one), epochMs);
    return one;
  }

  stop(id: string): Training | null {
    const one = this.all.find((t) => t.id === id);
    if (one) this.end(one, 'stopped');
    return one ?? null;
  }

  keep(id: string): Training | null {
    const one = this.find(id);
    if (one) this.kept = { trainingId: id, name: one.name, keptAt: new Date().toISOString() };
    return this.find(id);
  }

  goBack(): void {
    this.kept = null;
  }

  remove(id: string): void {
    this.all = this.all.filter((t) => t.id !== id);
  }

  private shown(one: Training): Training {
    return { ...one, inUse: this.kept?.trainingId === one.id };
  }

  private pass(one: Training): void {
    one.state = 'running';
    const epoch = one.epoch + 1;
    const loss = 0.75 + 1.3 * Math.exp(-epoch / 7) + 0.04 * Math.sin(3 * epoch);
    const right = 0.78 - 0.55 * Math.exp(-epoch / 6) + 0.02 * Math.sin(2 * epoch);
    const figures: TrainingEpoch = { epoch, loss, figures: { ferplus: right, fer2013: right - 0.1 }, seconds: 2.4 };
    one.history = [...one.history, figures];
    Object.assign(one, { epoch, loss, step: 20, imagesPerSecond: 517.4, secondsLeft: 2.4 * (one.epochs - epoch) });
    if (epoch < one.epochs) return;
    Object.assign(one, { hasModel: true, hasReport: true, bestEpoch: epoch, secondsLeft: null });
    this.end(one, 'finished');
  }

  private end(one: Training, state: Training['state']): void {
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
    one.state = state;
  }
}
