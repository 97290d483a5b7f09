import { divisionAt, provinceName } from './divisions.ts'
import type { FactsContext, UnitRegister } from './facts.types.ts'
import { plainText } from './plain-text.ts'
import { readPlainUnits } from './read-units.ts'
import { divisionChain, emptySetting, settingAfter, type UnitSetting } from './unit-names.ts'

/**
 * What 省 and 市 stand for before an article begins: the place of series and publisher; else the province that the
 * document names most; else the province of the register.
 */
export function startSetting(context: FactsContext): UnitSetting {
  const known = settings.get(context)
  if (known) return known
  const setting = settingOf(context)
  settings.set(context, setting)
  return setting
}

// all articles of a document share one context
const settings = new WeakMap<FactsContext, UnitSetting>()

function settingOf(context: FactsContext): UnitSetting {
  const named = [context.series, context.publisher].map(text => placeIn(text ?? ''))
  const listed = named.find(setting => setting.province)
  const aliases = namedBefore(context)
  if (listed) return { ...listed, aliases }
  const other = named.find(setting => setting.city ?? setting.county)
  return {
    ...(other ?? emptySetting),
    aliases,
    province: dominantProvince(context.raw) ?? registerProvince(context.register),
  }
}

/** What 集团 or 团市委 stands for from the first line on: the bodies that series and publisher name. */
function namedBefore(context: FactsContext): UnitSetting['aliases'] {
  let setting = emptySetting
  for (const text of [context.publisher, context.series])
    if (text) setting = readPlainUnits(plainText(text), context.register, setting).setting
  return setting.aliases
}

function placeIn(text: string): UnitSetting {
  const plain = plainText(text).text
  for (let i = 0; i < plain.length; i++) {
    const chain = divisionChain(plain, i)
    if (chain.divisions.length > 0) return settingAfter(emptySetting, chain.divisions)
  }
  // a place the list of divisions does not have, at the head of a masthead: 某某市总工会
  const place = unlisted.exec(plain)?.[0]
  if (!place) return emptySetting
  return place.endsWith('市') ? { ...emptySetting, city: place } : { ...emptySetting, county: place }
}

const unlisted =
  /^(?:中共)?[\u4e00-\u9fff]{2,4}?[市县区](?=委|总工会|科协|科学|教育|妇联|妇女|红十字|残联|侨联|文联|社科联|工商联|团|卫健|卫生|人民|民政|文明办|党史)/u

/** The province whose name, or whose cities' full names, occur most in the raw file; null when none does. */
function dominantProvince(raw: string): string | null {
  const counts = new Map<string, number>()
  for (let i = 0; i < raw.length; i++) {
    const division = divisionAt(raw, i)
    if (!division || division.level === 'county') continue
    if (division.level === 'city' && !division.full) continue
    const province = provinceName(division.codes[0]!)
    if (province) counts.set(province, (counts.get(province) ?? 0) + 1)
    i += division.print.length - 1
  }
  const [first] = [...counts].sort((a, b) => b[1] - a[1])
  return first && first[1] >= 2 ? first[0] : null
}

function registerProvince(register: UnitRegister): string | null {
  for (const entry of register.entries) {
    const chain = divisionChain(entry.name, 0)
    const code = chain.divisions[0]?.codes[0]
    if (code) return provinceName(code)
  }
  return null
}
