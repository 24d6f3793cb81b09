import type { FileSystem } from './file-system.ts';
import type { Projects } from './project.ts';

/**
 * What must be audited so that one file shows all its findings: a process needs only itself, since
 * its companions are looked up; what is true of an organisation, of evidence or of waivers shows only
 * against all processes of their project.
 */
export function scopeOf(
  path: string,
  context: { readonly fileSystem: FileSystem; readonly projects: Projects; readonly given: string },
): string {
  const text = new TextDecoder().decode(context.fileSystem.read(path));
  const kinds = [...text.matchAll(/^kind:[ \t]*["']?(\w+)/gm)].map(([, kind]) => kind);
  const needsProject = kinds.some((kind) => kind !== 'Process');
  return needsProject ? context.projects.of(path, context.given).folder : path;
}
