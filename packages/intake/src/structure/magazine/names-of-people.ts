const surnames =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房丁宣邓单洪包左石崔吉龚程邢裴陆荣翁荀甄曲封储靳段焦巴谷车侯全班仰秋仲伊宫宁仇甘厉戎祖武符刘景詹束龙叶司黎薄印白蒲邰鄂索赖卓屠蒙池乔阴向古易慎戈廖庾终居衡步都耿满弘匡文寇广阙东欧沃利越隆师聂晁勾敖融冷辛阚那简饶曾关冉应沙桑'
const person = new RegExp(`^[${surnames}]\\p{Script=Han}{1,2}$`, 'u')

const post = /(?:长|书记|主席|主任|经理|[研教]员|院士|教授|站长|代表)$/

/** 某某某 alone, or with an office before it (骨科 某某某): who wrote, set apart from the text. */
export function isPersonLine(text: string): boolean {
  const parts = text.split(/[\s　]+/)
  if (parts.length === 1) return person.test(text) && text.length <= 3
  if (parts.length > 3 || text.length > 34 || /[，。：；！？“”《》\d]/.test(text)) return false
  return person.test(parts.at(-1)!) && parts.slice(0, -1).every(part => part.length <= 12 || post.test(part))
}

/** Names who wrote a text, not who reported it: 某某某, 文_某某某, 作者：某某某. */
export function isSignature(text: string): boolean {
  return isPersonLine(text) || /^(?:文|撰文|作者)\s?[_＿/／|｜:：]/.test(text)
}

/** 文_某某某, 作者：某某某, 图｜某某某. */
export function isWriterLine(text: string): boolean {
  return text.length <= 40 && /^(?:文|撰文|作者|图|整理|记者)\s?[_＿/／|｜:：]/.test(text)
}
