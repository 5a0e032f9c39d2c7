"""Who speaks in ordinary news of parliaments, unions, rights groups and banks, and for whom: voices told of again by other words."""

from __future__ import annotations

import pytest

from .cases import case
from .reading import cut, held_for, observe, speakers

VOICES = [
    case(
        "the opposition leader is the leader of the opposition",
        "Leader of the Opposition Maud Sibanda assailed the government.\n\n“The pier is a farce,” the opposition leader said.",
        {},
        [("Maud Sibanda", ""), ("Maud Sibanda", "")],
    ),
    case(
        "who fights has no such spokesman",
        "Unicef staff asked for help against Boko Haram.\n\nSpokesman Andris Mahle says his agency needs tents.",
        {},
        [("Unicef staff", "United Nations Children's Fund"), ("Andris Mahle", "United Nations Children's Fund")],
    ),
    case(
        "the name of a body before a spokesman's title",
        "“It will fail,” Congress of Coastal Sailors (CCS) spokesperson Wanda Plessis said in a statement.",
        {},
        [("Wanda Plessis", "")],
    ),
    case("an office in small letters", "“It will fail,” said national convenor Mzwano Masana.", {}, [("Mzwano Masana", "")]),
    case(
        "an apposition with whose it is",
        "Wanda Plessis, the union's fixer in parliament, said the plan was dead.",
        {},
        [("Wanda Plessis", "")],
    ),
    case(
        "a party is not the person of its state",
        "Chile's minister Juan Solano said it was late.\n\nThe Chilean Harbour Party described the march as an attack.",
        {},
        [("Juan Solano", "CL"), ("The Chilean Harbour Party", "")],
    ),
    case(
        "a member of a faction",
        "Commission member Wanda Plessis of the Harbour Justice Party (HJP) faction said the firm should act.",
        {},
        [("Wanda Plessis", "")],
    ),
    case(
        "another group than the one before",
        "Amnesty International spoke of neglect. The Chilean rights group Red Azul said boats sank.\n\nThe rights group said nobody came.",
        {},
        [("Amnesty International", "Amnesty International"), ("The Chilean rights group Red Azul", ""), ("The rights group", "")],
    ),
    case(
        "a statement of whoever has just spoken",
        "The boats will sail, Peru's fisheries ministry reported.\n\n“They are ready,” the statement reads.",
        {},
        [("Peru's fisheries ministry", "PE"), ("the statement", "PE")],
    ),
    case(
        "the two leaders are the two who spoke",
        "Wanda Plessis and Pedro Solano have said that it is late.\n\nThe two leaders said they would sail.",
        {},
        [("Pedro Solano; Wanda Plessis", "")] * 2,
    ),
    case(
        "a title of several names with a state behind the name",
        "House Minority Leader Wanda Plessis of Ohio told reporters after a meeting that the plan was dead.",
        {},
        [("Wanda Plessis", "")],
    ),
    case(
        "a state's body, and the same again",
        "Ukraine's anti-flood agency said guards had stopped its boats.\n\nThe agency said the boats were needed.",
        {},
        [("Ukraine's anti-flood agency", "UA"), ("The agency", "UA")],
    ),
    case(
        "the Senate President is the President of the Senate, whose second comma is left out",
        "The President of the Senate, Tobi Lawani said on Monday that the pier was sound.\n\nThe Senate President said it might close.",
        {},
        [("Tobi Lawani", ""), ("Tobi Lawani", "")],
    ),
    case(
        "a name in what is quoted is not who goes on",
        "“The port is ours,” Wanda Plessis added. “Pedro Solano as mayor is a danger to the port.” The quarrel can be ended, she stressed.",
        {},
        [("Wanda Plessis", "")] * 2,
    ),
    case(
        "the subject of the clause before",
        "Mayor Wanda Plessis opened the fair. When Pedro Solano took the floor, he said that the pier was late.",
        {},
        [("Pedro Solano", "")],
    ),
    case(
        "two of whom the second has a body's acronym before the title",
        "Leader of the Opposition Maud Sibanda and senior PQT leader Zolin Arvado charged that the pier was unsafe.",
        {},
        [("Maud Sibanda; Zolin Arvado", "")],
    ),
    case(
        "the group again",
        "Amnesty International accused Peru of neglect.\n\nThe group said 100 boats sank. “They must be paid,” the organization added.",
        {},
        [
            ("Amnesty International", "Amnesty International"),
            ("The group", "Amnesty International"),
            ("the organization", "Amnesty International"),
        ],
    ),
    case(
        "fighters are another group",
        "Amnesty International accused Peru of neglect.\n\nThe rebel group said 100 boats were lost.",
        {},
        [("Amnesty International", "Amnesty International"), ("The rebel group", "")],
    ),
    case(
        "for whom somebody was said to speak at first",
        "Maud Sibanda of Amnesty International said that the law was bad.\n\n“It must go,” Ms Sibanda said.",
        {},
        [("Maud Sibanda", "Amnesty International")] * 2,
    ),
    case(
        "the spokesman again",
        "A Downing Street spokesman said the plan would go on.\n\n“He voted against it,” the spokesman said.",
        {},
        [("A Downing Street spokesman", "GB"), ("the spokesman", "GB")],
    ),
    case(
        "a bare spokesman of the body that spoke before",
        "Unicef said in Geneva that it had asked the Yemeni government for more tents.\n\n“We need them now,” spokesman Andris Mahle said.",
        {},
        [("Unicef", "United Nations Children's Fund"), ("Andris Mahle", "United Nations Children's Fund")],
    ),
    case(
        "the central bank again, and of whose doing it itself tells",
        "The Central Bank of Chad kept its rate at 8 percent, it said in a statement.\n\nPrices should fall, the central bank said.",
        {},
        [("The Central Bank", "TD"), ("the central bank", "TD")],
    ),
    case(
        "a bank's name before its governor's title",
        "Bank of Chile Governor Rosana Pinto Lira said Wednesday that rates would fall.",
        {},
        [("Rosana Pinto Lira", "CL")],
    ),
    case(
        "a mission in another state",
        "The U.N. mission in Mali (MAMUSI) said officers of both armies had met.",
        {},
        [("The U.N. mission in Mali (MAMUSI)", "United Nations")],
    ),
    case(
        "an organ whose name begins with another",
        "Egypt's State Information Service (SIS) condemned a report by Amnesty International.",
        {},
        [("Egypt's State Information Service", "EG")],
    ),
    case(
        "who fights in a state does not speak for it",
        "A rebel group in the eastern Congo denied that it had sunk the ferry.",
        {},
        [("A rebel group in the eastern Congo", "")],
    ),
    case("who is in a state does", "Officials in Chad denied that the ferry had sunk.", {}, [("Officials in Chad", "TD")]),
    case(
        "a union is no state's",
        "Carlo Ortigas, president of the 1 million-member Peruvian Dockers Confederation (PDC), said the strike would go on.",
        {},
        [("Carlo Ortigas", "")],
    ),
    case("nor is a church", "The Greek Orthodox Church said that the bells were old.", {}, [("The Greek Orthodox Church", "")]),
    case(
        "a minister for dealings with a body",
        "“We will pay,” Irish EU affairs minister Tomas Burne said earlier on Tuesday.",
        {},
        [("Tomas Burne", "IE")],
    ),
    case(
        "a report from abroad that never names its home",
        "Peru's largest union will strike.\n\nDefence Minister José Rangal urged Peruvians on. The minister said that Peru is calm.",
        {"publisher": "The Irish Times"},
        [("José Rangal", "PE"), ("José Rangal", "PE")],
    ),
    case(
        "one that names it",
        "Peru's largest union will strike against Irish ships.\n\nDefence Minister Seán Rangal urged Peruvians to work in Peru's ports.",
        {"publisher": "The Irish Times"},
        [("Seán Rangal", "IE")],
    ),
    case(
        "whose envoy comes to it is not told of",
        "The Swedish envoy, Ms Annika Holm, asked the government for help. Interior Secretary Josphat Kirui rejected the plea.",
        {"publisher": "The Nation, Nairobi"},
        [("Annika Holm", "SE"), ("Josphat Kirui", "KE")],
    ),
    case(
        "an unnamed spokesman goes on",
        "The House of Assembly spokesman said that members would follow Maud Sibanda.\n\nAccording to him, “this is no time for gossip.”",
        {},
        [("The House of Assembly spokesman", "")] * 2,
    ),
    case(
        "newspapers in quotation marks, and The Sun",
        "Under a headline, the “Harbour Express” said four members might resign. The vote is lost, says The Sun. The paper adds that "
        "the bill is dead.",
        {},
        [("the “Harbour Express”", ""), ("The paper", "")],
    ),
    case(
        "chairmen of parties in brackets",
        "The Unified Harbour Party (Marxist) chairman, who returned from Lima yesterday, said the two main parties were not serious.",
        {},
        [("The Unified Harbour Party (Marxist) chairman", "")],
    ),
    case(
        "at a press conference, nobody's words but the leader's",
        "“The bill was registered in haste,” said the HP leader at a press conference organised by Harbour Union today.",
        {},
        [("the HP leader", "")],
    ),
    case(
        "somebody's office in a capital",
        "The Harbour Brotherhood’s press office in London had stressed that a peaceful approach was the best strategy.",
        {},
        [("The Harbour Brotherhood’s press office in London", "")],
    ),
    case(
        "whose spokesman somebody is, behind the name",
        "Major General Athar Holm, Peru's army spokesman, said the report was one-sided.",
        {},
        [("Athar Holm", "PE")],
    ),
    case(
        "unions named after a people",
        "“We will not sit back,” said Ibrahima Holm, the secretary-general of the United Union of Peruvian Workers.",
        {},
        [("Ibrahima Holm", "United Union of Peruvian Workers")],
    ),
    case(
        "phrases between auxiliary and verb",
        "Mr. Osei, a former registrar, had in his objection urged the tribunal to dismiss the petition. He argued that it failed.",
        {},
        [("Osei", ""), ("Osei", "")],
    ),
    case(
        "courts sitting somewhere",
        "The Court of Appeal, sitting in Lima, on Saturday, dismissed both appeals.",
        {},
        [("The Court of Appeal", "")],
    ),
    case(
        "what a judge does while doing something else",
        "Justice Philomena Osei while delivering the ruling dismissed the appeal as lacking in merit.",
        {},
        [("Philomena Osei", "")],
    ),
    case(
        "who is spoken to",
        "Speaking to our reporter, Counsel to the petitioner Dolapo Osei, said the amendment they sought is substantive.",
        {},
        [("Dolapo Osei", "")],
    ),
    case(
        "houses are no persons",
        "Speaker Nirmal Osei spoke. Citing rules in the Vidhan Lagting, the Speaker asked Mr. Holm to read out his speech.",
        {},
        [("Nirmal Osei", ""), ("Nirmal Osei", "")],
    ),
    case("for whom somebody is there", "Lydia Holm for Red Azul Lima, says they are looking at guidelines.", {}, [("Lydia Holm", "")]),
    case(
        "a comma between subject and verb",
        "The security firm Redazul, has said that the site has 277 holes.",
        {},
        [("The security firm Redazul", "")],
    ),
    case(
        "figures to come",
        "Figures to be published today show 45,756 migrants crossed the strait.",
        {},
        [("Figures to be published", "")],
    ),
]

CONTENTS = [
    case(
        "a day with its month",
        "“That is not acceptable,” Wanda Plessis said on Sunday, November 27.",
        ["That is not acceptable"],
    ),
    case("asked later", "“Did you sink the ferry?” Wanda Plessis asked later.", ["Did you sink the ferry"]),
    case(
        "that motion",
        "The Harbour Party opposed that motion and instead proposed that the port be closed.",
        ["motion", "the port be closed"],
    ),
    case(
        "calls that somebody made",
        "Wanda Plessis made eight urgent calls to sailors, insisting that the ferry had sunk.",
        ["the ferry had sunk"],
    ),
    case("what they promised", "Owners are failing to bring boats they promised while closing the port.", []),
    case("results that were declared", "She said the results declared did not count.", ["the results declared did not count"]),
    case("whom a paper quotes saying", "The Lima Post quoted her saying the ferry had sunk.", ["the ferry had sunk"]),
    case("a plural verb after police", "Police say the ferry sank.", ["the ferry sank"]),
    case("and after a body", "WHO say salt is the commonest cause of harm.", ["salt is the commonest cause of harm"]),
    case(
        "a phrase between a verb and its clause",
        "The minister explained, in a letter to the port, that the ferry had sunk.",
        ["the ferry had sunk"],
    ),
    case(
        "a study published somewhere, without its first comma",
        "The results of the National Salt Study published in a journal this week, revealed that children lack salt.",
        ["children lack salt"],
    ),
    case("an adjective and a clause", "Ministers are worried the law will be changed.", ["the law will be changed"]),
    case("this year's vote", "The union says this year's vote is a setback.", ["this year's vote is a setback"]),
    case("a refused plea", "Judge Wanda Plessis denied the appeal by the port.", ["the appeal by the port"]),
    case("a genitive before the subject", "The judge ruled the port's case lacked sense.", ["the port's case lacked sense"]),
    case(
        "called on several, to do something",
        "Wanda Plessis called on all ministers, as well as the head of the police, to postpone the vote.",
        ["all ministers"],
    ),
    case(
        "by what something is done",
        "She said all seats should be filled according to the number of votes.",
        ["all seats should be filled according to the number of votes"],
    ),
    case(
        "hit back",
        "Wanda Plessis has hit back against claims that the port failed after two of its owners accused sailors of theft.",
        ["claims that the port failed after two of its owners accused sailors of theft", "sailors of theft"],
    ),
    case("what a notice reads", "“The port is closed,” the notice read.", ["The port is closed"]),
    case("what somebody reads", "He read “The Old Port” in prison.", []),
    case(
        "an adverb of when, and how it was declared",
        "Previously on Sunday, Wanda Plessis declared in answer to a question that the plan was an option.",
        ["the plan was an option"],
    ),
    case("hundreds of people", "The agency reports hundreds of people were moved.", ["hundreds of people were moved"]),
    case(
        "praised something that did something",
        "Wanda Plessis praised a daring plan that saved the port.",
        ["a daring plan that saved the port"],
    ),
    case("over the weekend", "Wanda Plessis said over the weekend that the ferry had sunk.", ["the ferry had sunk"]),
    case("whose member is said behind the name", "“It must sail,” said Wanda Plessis of Amnesty Peru.", ["It must sail"]),
    case(
        "after a fronted participle",
        "Commenting on the motion, member Wanda Plessis said, the partners must settle the matter.",
        ["the partners must settle the matter"],
    ),
    case(
        "and another phrase",
        "Commenting to a paper on Tuesday, when the house did not sit, the minister said, at present, the government holds 33 seats.",
        ["at present, the government holds 33 seats"],
    ),
    case("a participle that is the subject", "Building piers creates jobs, the minister said.", ["Building piers creates jobs"]),
    case(
        "a participle that is a preposition",
        "Regarding the visit, Wanda Plessis said the guests were tired.",
        ["the guests were tired"],
    ),
    case(
        "behind listeners and where they listened",
        "Wanda Plessis told a news conference at the end of a two-day summit of 50 ports that the ferry had sunk.",
        ["the ferry had sunk"],
    ),
    case(
        "an adverb between commas",
        "The officials said, however, that it was unclear if the ferry had sunk.",
        ["it was unclear if the ferry had sunk"],
    ),
    case("earlier", "A diplomat had said earlier the ferry would sail at once.", ["the ferry would sail at once"]),
    case(
        "a relative clause before the verb",
        "Mayor Wanda Plessis, who backs dockers on strike, also denied that the ferry had sunk.",
        ["dockers on strike", "the ferry had sunk"],
    ),
    case(
        "two who say different things",
        "Yemeni officials said on Tuesday roads had been opened but Unicef said one of them was closed.",
        ["roads had been opened", "one of them was closed"],
    ),
    case("a noun behind a genitive", "Plessis's comments follow a report on the ferry.", []),
    case("member states", "Other member states argue that a ban would work.", ["a ban would work"]),
    case(
        "what somebody is asked",
        "Asked when the bank should consider a cut, Wanda Plessis said it depends on prices.",
        ["it depends on prices"],
    ),
    case(
        "whom a paper quotes somewhere", "In Lima, Peruvian radio quoted a fisherman as saying the ferry had sunk.", ["the ferry had sunk"]
    ),
    case(
        "archive marks",
        "″The ferry should sail,″ the mayor said, but declined to ″draw any conclusions from that.″",
        ["″The ferry should sail,″", "to ″draw any conclusions from that.″"],
    ),
    case(
        "a fronted clause after another phrase",
        "In a statement, after a Lima court upheld the sentences on Monday, the Harbour Brotherhood described the trial as a sham.",
        ["the sentences on Monday", "the trial as a sham"],
    ),
    case(
        "praises heaped on somebody",
        "Prime Minister Keith Rowe heaped praises on the harbour master for his work.",
        ["the harbour master for his work"],
    ),
    case("what a text says", "The text says the Council is completely independent.", ["the Council is completely independent"]),
    case(
        "joined nouns behind a participle",
        "Minister Ivan Holm described the strikes and protests called by Amara Osei as “illegal” acts.",
        ["the strikes and protests called by Amara Osei as “illegal” acts"],
    ),
    case("a strike that is called", "Mr. Osei called a “national general strike” on Monday.", []),
    case(
        "a relative clause before that",
        "Red Azul said in a statement on Monday, which marked one year of his presidency, that his tenure had seen abuses.",
        ["his tenure had seen abuses"],
    ),
    case(
        "joined participles before a noun",
        "The spokesman called the report an attempt to malign Peru through fabricated and unverified claims.",
        ["the report an attempt to malign Peru through fabricated and unverified claims"],
    ),
    case(
        "delivering judgment is no report",
        "Delivering judgment, Justice Amara Osei held that the tribunal lacked the jurisdiction.",
        ["the tribunal lacked the jurisdiction"],
    ),
    case("who prays a court", "Amara Osei had prayed the tribunal to set aside the vote.", ["the tribunal to set aside the vote"]),
]


def _who(text: str, article: dict[str, str]) -> list[tuple[str, str]]:
    seen = observe(text, **article)
    return [("; ".join(speakers(seen, c)) or c.source_name or "", held_for(c)) for c in seen.claims]


@pytest.mark.parametrize(("text", "article", "expected"), VOICES)
def test_who_speaks_and_for_whom(text: str, article: dict[str, str], expected: list[tuple[str, str]]) -> None:
    assert _who(text, article) == expected


@pytest.mark.parametrize(("text", "expected"), CONTENTS)
def test_what_is_said(text: str, expected: list[str]) -> None:
    assert [cut(text, c.content).removeprefix("that ") for c in observe(text).claims] == expected


@pytest.mark.parametrize(
    ("text", "act"),
    [
        case("how things are", "Minister Ivan Holm suggested that the talks were over.", "assess"),
        case("what should be", "Minister Ivan Holm suggested that the talks be put off.", "propose"),
    ],
)
def test_what_is_suggested(text: str, act: str) -> None:
    assert [c.act for c in observe(text).claims] == [act]
