/** Names of divisions that begin with a numeral (三门峡, 六安): no figures. A test holds them against the register. */
const names = [
  '七台河 七台河市 七星关区 七星区 七里河区 万全区 万宁 万宁市 万安 万安县 万山区',
  '万州区 万年 万年县 万柏林区 万源 万源市 万秀区 万荣 万荣县 万载 万载县 三亚',
  '三亚市 三元区 三原 三原县 三台 三台县 三明 三明市 三水区 三江侗族 三江侗族自治县',
  '三沙 三沙市 三河 三河市 三穗 三穗县 三都水族 三都水族自治县 三门 三门县 三门峡',
  '三门峡市 两当 两当县 九原区 九台区 九寨沟 九寨沟县 九江 九江市 九龙 九龙县',
  '九龙坡区 二七区 二连浩特 二连浩特市 二道区 二道江区 五华 五华区 五华县 五原 五原县',
  '五台 五台县 五大连池 五大连池市 五家渠 五家渠市 五寨 五寨县 五峰土家族',
  '五峰土家族自治县 五常 五常市 五指山 五指山市 五河 五河县 五莲 五莲县 五通桥区',
  '八公山区 八宿 八宿县 八步区 六合区 六安 六安市 六枝特区 六盘水 六盘水市 十堰',
  '十堰市 千山区 千阳 千阳县 四会 四会市 四子王 四子王旗 四川 四川省 四平 四平市',
  '四方台区 百色 百色市 零陵区',
]
  .flatMap(line => line.split(' '))
  // The longest first.
  .sort((a, b) => b.length - a.length)
const byFirst = Map.groupBy(names, name => name[0]!)

/** End of the name that begins at `from`, or -1. */
export function numeralPlaceEnd(text: string, from: number): number {
  const found = byFirst.get(text[from] ?? '')?.find(name => text.startsWith(name, from))
  return found ? from + found.length : -1
}
