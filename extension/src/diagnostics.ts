import * as vscode from 'vscode';
import type { Annotations } from 'flowaudit';
import type { AuditAnswer, AuditRequest } from './protocol.ts';
import {
  diagnosticsFor,
  displayLocale,
  FindingDiagnostic,
  toPath,
  toRange,
  toUri,
  wholeFile,
} from './convert.ts';
import type { Engine } from './engine.ts';
import { relativePath } from './paths.ts';

/** Milliseconds without a change after which a document is checked. */
const calm = 250;

/**
 * Keeps the diagnostics of open documents up to date: after each change, when it has been calm for
 * a moment, and never with an answer about an older text.
 */
export class LiveDiagnostics implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('flowaudit');
  private readonly timers = new Map<string, NodeJS.Timeout>();
  /** The last request about each document. */
  private readonly asked = new Map<string, AuditRequest>();
  private readonly running = new Set<string>();
  private readonly waiting = new Set<string>();
  private readonly subscriptions: vscode.Disposable[] = [];
  private readonly annotations = new Map<string, Annotations>();
  private readonly changed = new vscode.EventEmitter<void>();
  /** Fires when the annotations of a document are new. */
  readonly onDidChange = this.changed.event;
  private readonly engine: Engine;
  private readonly log: vscode.LogOutputChannel;

  constructor(engine: Engine, log: vscode.LogOutputChannel) {
    this.engine = engine;
    this.log = log;
    const { workspace } = vscode;
    this.subscriptions.push(
      workspace.onDidOpenTextDocument((document) => this.schedule(document, 0)),
      workspace.onDidChangeTextDocument(({ document }) => this.whenChanged(document)),
      workspace.onDidSaveTextDocument((document) => this.whenSaved(document)),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('flowaudit')) this.recheckShown();
      }),
      workspace.onDidCloseTextDocument(({ uri }) => this.forget(uri)),
      // VS Code keeps a document for minutes after its last tab is closed, and says nothing when it
      // is shown again; to its author it is closed and opened all the same.
      vscode.window.tabGroups.onDidChangeTabs(({ opened, closed }) => {
        for (const uri of closed.flatMap(uriOfTab)) if (!isShown(uri)) this.forget(uri);
        const shown = new Set(opened.flatMap(uriOfTab).map(String));
        for (const document of workspace.textDocuments) {
          if (shown.has(document.uri.toString())) this.schedule(document, 0);
        }
      }),
    );
    for (const document of workspace.textDocuments) this.schedule(document, 0);
    this.subscriptions.push(this.watchFiles());
  }

  dispose(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    vscode.Disposable.from(this.collection, this.changed, ...this.subscriptions).dispose();
  }

  /** What the last check wrote beside a document. */
  annotationsOf(uri: vscode.Uri): Annotations | undefined {
    return this.annotations.get(uri.toString());
  }

  /** Files on disk that decide what is true of an open one: configuration, organisation, waivers, evidence. */
  private watchFiles(): vscode.Disposable {
    const names = '**/{flowaudit.y*ml,organization.y*ml,waivers.y*ml,*.evidence.y*ml,*.csv}';
    const watcher = vscode.workspace.createFileSystemWatcher(names);
    const recheck = (): void => this.recheckShown();
    return vscode.Disposable.from(
      watcher,
      watcher.onDidChange(recheck),
      watcher.onDidCreate(recheck),
      watcher.onDidDelete(recheck),
    );
  }

  private whenChanged(changed: vscode.TextDocument): void {
    if (!isOurs(changed) || checksOnSave()) return;
    this.schedule(changed, calm);
    this.recheckShown();
  }

  private whenSaved(saved: vscode.TextDocument): void {
    if (!isOurs(saved) || !checksOnSave()) return;
    this.schedule(saved, 0);
    this.recheckShown();
  }

  /** A change in one of our files may change what is true of the others that are being read. */
  private recheckShown(): void {
    for (const document of vscode.workspace.textDocuments) {
      if (isShown(document.uri)) this.schedule(document, calm);
    }
  }

  private schedule(document: vscode.TextDocument, delay: number): void {
    if (!isOurs(document)) return;
    const key = document.uri.toString();
    // What is being simulated is about a text that is gone.
    this.engine.supersede(key);
    clearTimeout(this.timers.get(key));
    const timer = setTimeout(() => {
      this.timers.delete(key);
      void this.refresh(document);
    }, delay);
    this.timers.set(key, timer);
  }

  private forget(uri: vscode.Uri): void {
    const key = uri.toString();
    clearTimeout(this.timers.get(key));
    this.timers.delete(key);
    this.asked.delete(key);
    this.annotations.delete(key);
    this.collection.delete(uri);
  }

  /** One question at a time about each document; what changes meanwhile is asked afterwards. */
  private async refresh(document: vscode.TextDocument): Promise<void> {
    const key = document.uri.toString();
    if (this.running.has(key)) {
      this.waiting.add(key);
      return;
    }
    // Who wants checks on save only is not to see an unsaved text judged, whatever asked for it:
    // another file, a setting, or a check that waited while the author typed on.
    if (checksOnSave() && document.isDirty) return;
    this.running.add(key);
    await this.ask(document, key);
    this.running.delete(key);
    if (this.waiting.delete(key)) await this.refresh(document);
  }

  private async ask(document: vscode.TextDocument, key: string): Promise<void> {
    const { version } = document;
    const request = auditRequest([toPath(document.uri)]);
    // Only the answer to the last question counts, and only about the text as it still is.
    this.asked.set(key, request);
    const isCurrent = (): boolean =>
      this.asked.get(key) === request && document.version === version;
    try {
      for (const depth of ['quick', 'full'] as const) {
        const ticket = this.engine.supersede(key);
        const answer = await this.engine.ask({ kind: 'audit', audit: request, depth, ticket });
        if (!isCurrent()) return;
        this.show(document, request, answer);
      }
    } catch (error) {
      this.log.error(String(error));
      if (isCurrent()) this.collection.set(document.uri, [wholeFile(firstLine(error))]);
    }
  }

  private show(document: vscode.TextDocument, request: AuditRequest, answer: AuditAnswer): void {
    const { workingDirectory } = request;
    if ('superseded' in answer) return;
    if ('result' in answer) {
      const path = relativePath(workingDirectory, toPath(document.uri));
      const found = diagnosticsFor(answer.result, path, workingDirectory);
      // Findings that take longer stay until they are looked at again: nothing flickers.
      const kept = (this.collection.get(document.uri) ?? []).filter(
        (each) => each instanceof FindingDiagnostic && answer.later.includes(each.finding.rule),
      );
      this.collection.set(document.uri, [...found, ...kept]);
      this.annotations.set(document.uri.toString(), answer.annotations);
      this.changed.fire();
      return;
    }
    const { message, path, range } = answer.mistake;
    const here =
      path === undefined || toPath(toUri(workingDirectory, path)) === toPath(document.uri);
    const diagnostic = wholeFile(message);
    if (here && range !== undefined) diagnostic.range = toRange(range);
    this.collection.set(document.uri, [diagnostic]);
  }
}

function checksOnSave(): boolean {
  return vscode.workspace.getConfiguration('flowaudit').get('check') === 'onSave';
}

function uriOfTab({ input }: vscode.Tab): readonly vscode.Uri[] {
  return input instanceof vscode.TabInputText ? [input.uri] : [];
}

function isShown(uri: vscode.Uri): boolean {
  const shown = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.flatMap(uriOfTab));
  return shown.some((each) => each.toString() === uri.toString());
}

/** A request about files as they stand in the editor, saved or not. */
export function auditRequest(targets: readonly string[]): AuditRequest {
  const [first = '/'] = targets;
  const folder = vscode.workspace.getWorkspaceFolder(vscode.Uri.file(first));
  const workingDirectory = folder === undefined ? parentOf(first) : toPath(folder.uri);
  const buffers = vscode.workspace.textDocuments
    .filter((document) => document.isDirty && document.uri.scheme === 'file')
    .map((document) => [toPath(document.uri), document.getText()] as const);
  return { targets, workingDirectory, locale: displayLocale(), buffers: new Map(buffers) };
}

export function isOurs(document: vscode.TextDocument): boolean {
  return document.languageId === 'flowaudit' && document.uri.scheme === 'file';
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 1));
}

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split('\n')[0] ?? '';
}
