import { cityName } from './divisions.ts'
import { divisionChain } from './unit-names.ts'

/**
 * The name of a place with the levels that the event's host states (gold/RULES.md 7): 某某街道某某社区 of 南阳市科协 is
 * 南阳市某某街道某某社区; 市教育局小区 of 鹤壁市科协 is 鹤壁市教育局小区. Another city's place stays as printed.
 */
export function placeName(surface: string, host: string): string {
  const stated = divisionChain(host, 0)
  const own = divisionChain(surface, 0)
  const city = stated.divisions.find(division => division.level !== 'province' && division.full)
  if (!city) return surface
  const first = own.divisions[0]
  if (first) {
    const inside = first.level === 'county' && first.codes.some(code => cityName(code) === city.print)
    return inside ? city.print + surface : surface
  }
  if (/^[市县区](?!场|民(?!政)|区)/u.test(surface)) return city.print + surface.slice(1)
  return /^(?:中国|全国|[\u4e00-\u9fff]{2,3}省)/u.test(surface) ||
    !/社区|小区|街道|镇|乡|村|医院|学校|小学|中学/u.test(surface)
    ? surface
    : city.print + surface
}
