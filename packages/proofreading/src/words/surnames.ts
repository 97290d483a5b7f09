/** Surnames that begin a name; those that are also common words of official texts are left out (于 和 时 关 成 …). */
const single =
  '王李张刘陈杨赵黄周吴徐孙胡朱郭何罗宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方' +
  '石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂' +
  '焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁耿牟卜路詹关苗凌费纪靳盛童欧甄项曲阮鲍尚饶闫柴丛房车骆'
const double = [
  '欧阳',
  '司马',
  '上官',
  '诸葛',
  '夏侯',
  '皇甫',
  '尉迟',
  '公孙',
  '慕容',
  '令狐',
  '司徒',
  '东方',
]
const singles = new Set(single)
const doubles = new Set(double)

/** Length of the surname a text begins with at a place; 0 when it begins with none. */
export function surnameAt(text: string, start: number): number {
  if (doubles.has(text.slice(start, start + 2))) return 2
  return singles.has(text.charAt(start)) ? 1 : 0
}
