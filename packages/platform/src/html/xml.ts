import { type Html, html } from './html.ts'

type Value = Parameters<typeof html>[1]

/** Characters that XML 1.0 (clause 2.2) has no way to write, not even as a reference. */
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** A template for XML: as `html`, and characters no XML may hold are left out of its values. */
export function xml(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  const written = values.map(value =>
    typeof value === 'string' ? value.toWellFormed().replace(unwritable, '') : value,
  )
  return html(strings, ...written)
}
