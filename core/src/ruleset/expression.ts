import jsonata from 'jsonata';

/** What a rule's expression threw, as an error of ours: JSONata throws plain objects. */
export class ExpressionError extends Error {
  /** JSONata's code, such as `S0201`; `FUNCTION` for what one of our functions refused. */
  readonly code: string;

  constructor(thrown: unknown, text: string) {
    const { message, code } = describe(thrown);
    super(`${message} (in: ${text})`, { cause: thrown });
    this.name = 'ExpressionError';
    this.code = code;
  }
}

function describe(thrown: unknown): { message: string; code: string } {
  if (typeof thrown !== 'object' || thrown === null) return { message: String(thrown), code: '' };
  const message = 'message' in thrown ? String(thrown.message) : 'unknown failure';
  return { message, code: 'code' in thrown ? String(thrown.code) : 'FUNCTION' };
}

/** One compiled JSONata expression of a rule. */
export interface Expression {
  readonly text: string;
  /** Field names it mentions anywhere. */
  readonly names: ReadonlySet<string>;
  /** Variables and functions it mentions, without `$`. */
  readonly variables: ReadonlySet<string>;
  /** @throws ExpressionError when JSONata or one of our functions refuses, or time runs out */
  evaluate(input: unknown, bindings: Readonly<Record<string, unknown>>): Promise<unknown>;
}

/** Longest run of one expression on one subject, in milliseconds. */
const timeout = 5000;

/**
 * Compiles a JSONata expression.
 *
 * Refuses `$now`, `$millis`, `$random`, `$shuffle` and `$eval`: the same file must give the same
 * findings tomorrow, and what an expression reads must be known before it runs.
 *
 * @throws ExpressionError when the text is no expression or uses one of those
 */
export function compileExpression(text: string): Expression {
  let compiled: jsonata.Expression;
  try {
    compiled = jsonata(text, { timeout, stack: 500 });
  } catch (thrown) {
    throw new ExpressionError(thrown, text);
  }
  const names = new Set<string>();
  const variables = new Set<string>();
  collectNames(compiled.ast(), names, variables);
  for (const forbidden of ['now', 'millis', 'random', 'shuffle', 'eval']) {
    if (variables.has(forbidden)) {
      throw new ExpressionError({ message: `$${forbidden} is not allowed in a rule` }, text);
    }
  }
  return {
    text,
    names,
    variables,
    async evaluate(input, bindings) {
      try {
        return await compiled.evaluate(input, bindings);
      } catch (thrown) {
        throw new ExpressionError(thrown, text);
      }
    },
  };
}

function collectNames(node: unknown, names: Set<string>, variables: Set<string>): void {
  if (Array.isArray(node)) {
    for (const child of node) collectNames(child, names, variables);
  } else if (typeof node === 'object' && node !== null) {
    const { type, value } = node as { type?: unknown; value?: unknown }; // an AST node of JSONata
    if (type === 'name' || type === 'string') names.add(String(value));
    if (type === 'variable') variables.add(String(value));
    for (const child of Object.values(node)) collectNames(child, names, variables);
  }
}
