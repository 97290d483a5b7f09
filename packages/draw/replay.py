import hashlib, json, sys; sys.setrecursionlimit(9999)
draw = json.load(open(sys.argv[1], encoding="utf-8"))
rules, seed, said = draw["rules"], draw["reveal"]["seed"], draw["reveal"]["contribution"]
sha = lambda *lines: hashlib.sha256("\n".join(lines).encode("utf-8")).hexdigest()
rows = [("draw", draw["name"], draw["organiser"]),
        ("rules", rules["count"], rules["inspectorsPerObject"], rules["objectsPerInspector"])]
rows += [("stratum", s["name"], s["minimumCount"], s["minimumShare"]) for s in rules["strata"]]
rows += [("object", o["code"], o["name"], o["stratum"]) for o in draw["objects"]]
rows += [("inspector", i["code"], i["name"], i["unit"]) for i in draw["inspectors"]]
rows += [("recusal", i["code"], code) for i in draw["inspectors"] for code in i["recused"]]
register = sha("jianbao-draw/1", *sorted("\t".join(map(str, row)) for row in rows), "")
group = {o["code"]: o["stratum"] for o in draw["objects"]}
rank = {code: sha("object", seed, said, register, group[code], code) for code in group}
order, drawn = sorted(group, key=rank.get), set()
for s in rules["strata"]:
    members = [code for code in order if group[code] == s["name"]]
    drawn |= set(members[:max(s["minimumCount"], (len(members) * s["minimumShare"] + 99) // 100)])
drawn |= set([code for code in order if code not in drawn][:rules["count"] - len(drawn)])
team, held = {code: [] for code in order if code in drawn}, {i["code"]: [] for i in draw["inspectors"]}
able = lambda code: [who for _, who in sorted((sha("inspector", seed, said, register, code, i["code"]), i["code"])
                     for i in draw["inspectors"] if code != i["unit"] and code not in i["recused"])]
def seat(code, tried):
    for who in (w for w in able(code) if w not in team[code] and w not in tried and not tried.add(w)):
        for given in held[who] if len(held[who]) >= rules["objectsPerInspector"] else [None]:
            if given is None or seat(given, tried):
                if given: held[who].remove(given); team[given].remove(who)
                held[who].append(code); team[code].append(who); return True
assert all(seat(code, set()) for code in team for _ in range(rules["inspectorsPerObject"]))
print((register, sha(seed)) == (draw["commit"]["register"], draw["commit"]["seed"]) and draw["result"] ==
      [{"object": c, "rank": rank[c], "inspectors": [w for w in able(c) if w in team[c]]} for c in team])
