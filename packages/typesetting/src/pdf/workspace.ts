import { readFileSync } from 'node:fs'
import type { CompiledDocument, Compiler } from './engine.ts'

// A folder that does not exist: whatever the templates could be made to name, there is nothing to read.
export const workspace = '/jianbao-typesetting-shadow'

const templates = [
  'faces.typ',
  'page.typ',
  'parts.typ',
  'bulletin.typ',
  'grid.typ',
  'table.typ',
  'circular.typ',
  'certificate.typ',
  'magazine-page.typ',
  'magazine-parts.typ',
  'magazine-measure.typ',
  'magazine-cover.typ',
  'magazine.typ',
]

/** Puts the templates into the compiler's shadow workspace. */
export function mapTemplates(compiler: Compiler): void {
  for (const name of templates)
    compiler.addSource(
      `${workspace}/${name}`,
      readFileSync(new URL(`./template/${name}`, import.meta.url), 'utf8'),
    )
}

/**
 * Compiles one of the templates with its data.
 * @throws Error with what the engine says, without the source places of its diagnostics
 */
export function compileTemplate(compiler: Compiler, template: string, data: object): CompiledDocument {
  // A key of the caller's may be any string, and no template asks for it.
  const inputs = { data: JSON.stringify(data, (name, value) => (name === 'imageKey' ? undefined : value)) }
  const compiled = compiler.compile({ mainFilePath: `${workspace}/${template}`, inputs })
  if (compiled.result) return compiled.result
  const told = compiled.takeDiagnostics()?.shortDiagnostics.map(diagnostic => diagnostic.message) ?? []
  throw new Error(told.join('; '))
}
