import { Worker } from 'node:worker_threads';
import type { Answers, Reply, Request, Ticket } from './protocol.ts';

/** So many documents can be told apart; more share, and only look twice. */
const slots = 256;

interface Waiting {
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

/**
 * The engine in a worker thread: it starts with the first request, and a request that is cancelled
 * ends the thread, which is the only way to stop a rule that runs.
 */
export class Engine {
  private worker: Worker | undefined;
  private lastId = 0;
  private readonly waiting = new Map<number, Waiting>();
  private readonly script: string;
  /** The newest ticket of each document; the worker looks at them while it simulates. */
  private readonly newest = new Int32Array(new SharedArrayBuffer(4 * slots));
  private readonly slotOf = new Map<string, number>();

  constructor(script: string) {
    this.script = script;
  }

  ask<Kind extends Request['kind']>(
    request: Extract<Request, { kind: Kind }>,
  ): Promise<Answers[Kind]> {
    const id = ++this.lastId;
    return new Promise<Answers[Kind]>((resolve, reject) => {
      this.waiting.set(id, {
        resolve: (answer) => resolve(answer as Answers[Kind]), // the worker answers by request kind
        reject,
      });
      this.start().postMessage({ id, request });
    });
  }

  /** A ticket for a request about a document, which the next one for it supersedes. */
  supersede(document: string): Ticket {
    const slot = this.slotOf.get(document) ?? this.slotOf.size % slots;
    this.slotOf.set(document, slot);
    return { slot, number: Atomics.add(this.newest, slot, 1) + 1 };
  }

  /** Ends the thread; every waiting request is rejected. The next request starts a new one. */
  stop(reason: string): void {
    const { worker } = this;
    this.worker = undefined;
    void worker?.terminate();
    this.rejectAll(new Error(reason));
  }

  private start(): Worker {
    if (this.worker !== undefined) return this.worker;
    const worker = new Worker(this.script, { workerData: this.newest });
    worker.on('message', (reply: Reply) => this.settle(reply));
    worker.on('error', (error) => this.lose(worker, error));
    worker.on('exit', () => this.lose(worker, new Error('the engine ended')));
    worker.unref();
    this.worker = worker;
    return worker;
  }

  private settle(reply: Reply): void {
    const waiting = this.waiting.get(reply.id);
    this.waiting.delete(reply.id);
    if ('failure' in reply) waiting?.reject(new Error(reply.failure));
    else waiting?.resolve(reply.answer);
  }

  private lose(worker: Worker, error: Error): void {
    if (this.worker !== worker) return;
    this.worker = undefined;
    this.rejectAll(error);
  }

  private rejectAll(error: Error): void {
    const waiting = [...this.waiting.values()];
    this.waiting.clear();
    for (const each of waiting) each.reject(error);
  }
}
