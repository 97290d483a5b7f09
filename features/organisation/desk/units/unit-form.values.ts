/** What the form of a unit holds, what is wrong with it, and what of it is sent. */
import type { Unit, UnitChange, UnitDraft, UnitKind } from '../../contract/index.ts'

export type FormValues = {
  readonly name: string
  readonly kind: UnitKind | null
  readonly shortNames: readonly string[]
  readonly formerNames: readonly string[]
  readonly code: string
  readonly division: string
}

export function formOf(unit: Unit | null): FormValues {
  return {
    name: unit?.name ?? '',
    kind: unit?.kind ?? null,
    shortNames: unit?.shortNames ?? [],
    formerNames: unit?.formerNames ?? [],
    code: unit?.code ?? '',
    division: unit?.division ?? '',
  }
}

export type Wrong = {
  readonly text: 'nameNeeded' | 'kindNeeded' | 'nameLength' | 'codeWrong' | 'codeNeeded' | 'divisionWrong'
  readonly values?: { readonly name: string }
}

const fits = (name: string) => name.length >= 2 && name.length <= 60

/** The first thing wrong with each field, as the server would see it too. */
export function wrongFields(
  values: FormValues,
  act: 'add' | 'edit',
): Partial<Record<keyof FormValues, Wrong>> {
  const { name, kind, shortNames, formerNames, code, division } = tidy(values)
  const badName = (names: readonly string[]): Wrong | null => {
    const bad = names.find(each => !fits(each))
    return bad === undefined ? null : { text: 'nameLength', values: { name: bad } }
  }
  const found: Partial<Record<keyof FormValues, Wrong | null>> = {
    name: fits(name) ? null : { text: 'nameNeeded' },
    kind: kind ? null : { text: 'kindNeeded' },
    shortNames: badName(shortNames),
    formerNames: badName(formerNames),
    code:
      code === ''
        ? act === 'edit'
          ? { text: 'codeNeeded' }
          : null
        : /^[0-9A-Za-z][0-9A-Za-z._-]{0,31}$/.test(code)
          ? null
          : { text: 'codeWrong' },
    division: division === '' || /^[1-9][0-9]{5}$/.test(division) ? null : { text: 'divisionWrong' },
  }
  return Object.fromEntries(Object.entries(found).filter(([, wrong]) => wrong))
}

/** @param values without wrong fields. */
export function draftOf(values: FormValues, parentId: string): UnitDraft {
  const { name, kind, shortNames, formerNames, code, division } = tidy(values)
  return {
    parentId,
    name,
    kind: kind!,
    shortNames: [...shortNames],
    formerNames: [...formerNames],
    ...(code ? { code } : {}),
    ...(division ? { division } : {}),
  }
}

/** Only what differs, so that what somebody else changed meanwhile stays. */
export function changeOf(before: FormValues, values: FormValues): Omit<UnitChange, 'version'> {
  const [was, is] = [tidy(before), tidy(values)]
  const differs = (field: keyof FormValues) => JSON.stringify(was[field]) !== JSON.stringify(is[field])
  return {
    ...(differs('name') ? { name: is.name } : {}),
    ...(differs('kind') && is.kind ? { kind: is.kind } : {}),
    ...(differs('shortNames') ? { shortNames: [...is.shortNames] } : {}),
    ...(differs('formerNames') ? { formerNames: [...is.formerNames] } : {}),
    ...(differs('code') ? { code: is.code } : {}),
    ...(differs('division') ? { division: is.division || null } : {}),
  }
}

function tidy(values: FormValues): FormValues {
  const names = (all: readonly string[]) => [...new Set(all.map(name => name.trim()).filter(Boolean))]
  return {
    name: values.name.trim(),
    kind: values.kind,
    shortNames: names(values.shortNames),
    formerNames: names(values.formerNames),
    code: values.code.trim(),
    division: values.division.trim(),
  }
}
