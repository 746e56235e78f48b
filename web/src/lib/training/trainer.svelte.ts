import type { ApiClient } from '../api/client';
import { problemOf } from '../i18n/remark';
import type { AnalyzedImage } from '../api/types/faces';
import type { Training, Trainings } from '../api/types/trainings';
import type { Text } from '../i18n/text.svelte';
import { isActive, sizeText } from './words';

const pollMs = 1000;
const photoKinds = ['image/jpeg', 'image/png', 'image/webp'];

/** A picture read with the trained model, and with the one in use beside it. */
export interface Trial {
  picture: ImageBitmap | null;
  trained: AnalyzedImage;
  usual: AnalyzedImage | null;
}

/** Training a face model from the page: pictures in, a run to watch, a result to try and to keep. */
export class Trainer {
  trainings = $state.raw<Trainings | null>(null);
  /** The training that is looked at; null while a new one is begun. */
  training = $state.raw<Training | null>(null);
  trial = $state.raw<Trial | null>(null);
  /** What is being waited for. */
  busy = $state('');
  problem = $state('');
  /** The last thing done that is worth saying. */
  note = $state('');
  private timer: ReturnType<typeof setTimeout> | null = null;
  private watching = false;

  constructor(
    private readonly api: ApiClient,
    private readonly text: Text,
    private readonly onError: (error: unknown) => void,
    private readonly onModel: () => void,
  ) {}

  /** Begins to watch; looks at the newest training unless one is looked at already. */
  async open(): Promise<void> {
    this.watching = true;
    await this.attempt('', async () => {
      await this.refresh(this.training?.id ?? null);
      const [newest] = this.trainings?.trainings ?? [];
      if (!this.training && newest) this.training = await this.api.training(newest.id);
    });
    this.wait();
  }

  /** Watches no longer; a training goes on by itself. */
  close(): void {
    this.watching = false;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.putAway();
  }

  /** Looks at another training, or with null begins a new one. */
  async look(id: string | null): Promise<void> {
    this.forget();
    if (id === null) this.training = null;
    else await this.attempt('', async () => void (this.training = await this.api.training(id)));
    this.wait();
  }

  async upload(zip: File): Promise<void> {
    this.forget();
    this.problem = this.refusal(zip);
    if (this.problem) return;
    await this.attempt(
      this.text.t('train.busy.upload', { name: zip.name, size: sizeText(this.text, zip.size) }),
      async () => {
        this.training = await this.api.uploadTraining(zip);
        this.trainings = await this.api.trainings();
      },
    );
  }

  start(arch: string, epochs: number): Promise<void> {
    return this.act(this.text.t('train.busy.start'), (id) => this.api.startTraining(id, { arch, epochs }));
  }

  /** Goes on where it was stopped. */
  resume(): Promise<void> {
    return this.act(this.text.t('train.busy.start'), (id) => this.api.startTraining(id));
  }

  stop(): Promise<void> {
    return this.act('', (id) => this.api.stopTraining(id));
  }

  async keep(): Promise<void> {
    await this.act(this.text.t('train.busy.keep'), (id) => this.api.keepTraining(id));
    if (this.problem) return;
    this.note = this.text.t('train.kept');
    this.onModel();
  }

  async goBack(): Promise<void> {
    this.forget();
    await this.attempt('', async () => {
      await this.api.goBack();
      await this.refresh(this.training?.id ?? null);
      this.note = this.text.t('train.wentBack');
    });
    this.onModel();
  }

  /** Removes the training that is looked at. */
  async remove(): Promise<void> {
    const id = this.training?.id;
    if (!id) return;
    this.forget();
    await this.attempt(this.text.t('train.busy.remove'), async () => {
      await this.api.removeTraining(id);
      this.training = null;
      await this.refresh(null);
      const [newest] = this.trainings?.trainings ?? [];
      if (newest) this.training = await this.api.training(newest.id);
    });
  }

  /** Reads a photo with the trained model, and with the one in use to compare. */
  async tryPhoto(file: File): Promise<void> {
    const id = this.training?.id;
    if (!id) return;
    this.forget();
    if (!photoKinds.includes(file.type)) {
      this.problem = this.text.t('train.photo.wrong');
      return;
    }
    await this.attempt(this.text.t('train.busy.photo'), async () => {
      const [trained, usual, picture] = await Promise.all([
        this.api.tryTraining(id, file),
        this.api.analyze(file).catch(() => null),
        createImageBitmap(file).catch(() => null),
      ]);
      this.trial = { trained, usual, picture };
    });
  }

  putAway(): void {
    this.trial?.picture?.close();
    this.trial = null;
  }

  private async act(busy: string, work: (id: string) => Promise<Training>): Promise<void> {
    const id = this.training?.id;
    if (!id) return;
    this.forget();
    await this.attempt(busy, async () => {
      this.training = await work(id);
      this.trainings = await this.api.trainings();
    });
    this.wait();
  }

  private async refresh(id: string | null): Promise<void> {
    [this.trainings, this.training] = await Promise.all([
      this.api.trainings(),
      id === null ? null : this.api.training(id).catch(() => null),
    ]);
  }

  private async attempt(busy: string, work: () => Promise<void>): Promise<void> {
    // What is looked at meanwhile does not end the waiting for something else.
    if (busy) this.busy = busy;
    try {
      await work();
    } catch (error) {
      this.problem = problemOf(this.text, error);
      this.onError(error);
    } finally {
      if (busy) this.busy = '';
    }
  }

  private forget(): void {
    this.problem = '';
    this.note = '';
    this.putAway();
  }

  private refusal(zip: File): string {
    const most = this.trainings?.limits.uploadBytes ?? Infinity;
    if (!/\.zip$/i.test(zip.name)) return this.text.t('train.noZip', { name: zip.name });
    if (zip.size > most)
      return this.text.t('train.tooLarge', {
        name: zip.name,
        size: sizeText(this.text, zip.size),
        most: sizeText(this.text, most),
      });
    return '';
  }

  private wait(): void {
    if (!this.watching || !this.training || !isActive(this.training.state)) return;
    this.timer ??= setTimeout(() => void this.poll(), pollMs);
  }

  private async poll(): Promise<void> {
    this.timer = null;
    const before = this.training;
    if (!before) return;
    try {
      const now = await this.api.training(before.id);
      // Somebody may have turned to another one meanwhile.
      if (this.training?.id === now.id) this.training = now;
      if (!isActive(now.state)) this.trainings = await this.api.trainings();
    } catch (error) {
      this.onError(error);
    }
    this.wait();
  }
}
