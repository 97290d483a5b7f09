/** The native Typst compiler, required from the package of this machine's platform. */
import { createRequire } from 'node:module'

export type CompiledDocument = { readonly numOfPages: number }
export type Diagnostics = { readonly shortDiagnostics: readonly { message?: string }[] }
export type CompileResult = {
  readonly result: CompiledDocument | null
  takeDiagnostics(): Diagnostics | null
}
export type CompileInput = { mainFilePath: string; inputs: Record<string, string> }

/** The part of the compiler's interface that is used here; the package ships no types. */
export type Compiler = {
  addSource(path: string, source: string): void
  mapShadow(path: string, content: Buffer): void
  unmapShadow(path: string): void
  compile(input: CompileInput): CompileResult
  query(document: CompiledDocument, what: { selector: string; field?: string }): unknown[]
  pdf(document: CompiledDocument, options: { pdfStandard: string; creationTimestamp?: number }): Buffer
  plainSvg(document: CompiledDocument): string
  evictCache(maxAge: number): void
}

type Engine = {
  NodeCompiler: {
    create(options: { workspace: string; fontArgs: { fontPaths: string[] }[] }): Compiler
  }
}

// The wrapper package lists platforms the registry does not have, which breaks `npm ci`; these two exist.
const packages = [
  '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu',
  '@myriaddreamin/typst-ts-node-compiler-linux-x64-musl',
]

/** The engine for this machine, or null when none of its packages is installed or loads. */
export function loadEngine(names: readonly string[] = packages): Engine | null {
  const require = createRequire(import.meta.url)
  for (const name of names) {
    try {
      return require(name) as Engine
    } catch {
      // Built for another C library or not installed: the next one may fit.
    }
  }
  return null
}

/** Whether PDF can be made on this machine; Word, HTML and plain text need no engine. */
export function hasEngine(): boolean {
  return loadEngine() !== null
}
