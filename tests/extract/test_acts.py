"""What is done in saying it: the act of a claim, its polarity and modality. By who has to act: I pledge, I urge you."""

from __future__ import annotations

import pytest

from .cases import case
from .reading import observe

WHO = "Estonian Foreign Minister Maarika Ojaste"

ACTS = [
    case("assert: event", f"{WHO} said that the ferry sank on Monday.", "assert"),
    case("assert: figure", f"{WHO} said that Estonia had sold 40 boats in 2021.", "assert"),
    case("assert: recalled", f"{WHO} recalled that the two ports opened a ferry line in 1992.", "assert"),
    case("assert: has happened", f"{WHO} said that the port has repaired the crane.", "assert"),
    case("assert: appointed", f"{WHO} said that the commission would meet in May.", "assert"),
    case("assert: others' appeals are told of", f"{WHO} said that Chile rejected the toll.", "assert"),
    case("assert: what was requested", f"{WHO} said that the port had sent the lists requested.", "assert"),
    case("assess: described", f"{WHO} described the pier as a small wonder.", "assess"),
    case("assess: what was like something", f"{WHO} said that the pier had been a patient friend.", "assess"),
    case("assess: what was of a kind", f"{WHO} said that the talks were substantive.", "assess"),
    case("assert: what there was", f"{WHO} said that there had been a quarrel.", "assert"),
    case("assert: what was done", f"{WHO} said that the pier was painted.", "assert"),
    case("assert: what is to be", f"{WHO} said that the board is to meet on Monday.", "assert"),
    case("assess: split", f"Peru, {WHO} said, is a friend that has waited for the ferry.", "assess"),
    case("assess: another state is ready", f"{WHO} said that Peru is ready to lend the ferry.", "assess"),
    case("pledge: the state is it", "Estonia said it would send a ferry to Callao.", "pledge"),
    case("assess: it is no state", "Estonia said it would be warm in May.", "assess"),
    case("urge: hope without that", f"“We hope Peru will return the ferry,” {WHO} said.", "urge"),
    case("urge: demanding now", f"{WHO} said that Estonia is demanding a better ferry.", "urge"),
    case("assert: never demanded", f"{WHO} said that Estonia never demanded a ferry.", "assert"),
    case("assert: assured of what was", f"{WHO} assured that the ferry had not sunk.", "assert"),
    case("pledge: assured of what will be", f"{WHO} assured that Estonia would return the ferry.", "pledge"),
    case("assess: suggested that it will", f"{WHO} suggested that the ferry will be late.", "assess"),
    case("urge: laid stress on the need", f"{WHO} laid stress on the need to paint the ferry.", "urge"),
    case("assess: recognition that", f"{WHO} conveyed her recognition that the ferry is old.", "assess"),
    case("convey: wished to somebody", f"{WHO} wished welfare and prosperity to the people of Peru.", "convey"),
    case("assess: a genitive is no verb", f"{WHO} highlighted Peru's old harbours.", "assess"),
    case("assess: what things will lead to", f"{WHO} said that the storm is near and will only lead to losses.", "assess"),
    case("pledge: what the own side will step up", f"{WHO} said that Estonia will step up the repair of its ferries.", "pledge"),
    case("thank: wanted to", f"“In particular, I want to express my thanks to Peru,” {WHO} said.", "thank"),
    case(
        "assert: a lecture on the importance",
        f"“We last met in 2018, when he gave a lecture on the importance of ferries,” {WHO} said.",
        "assert",
    ),
    case("assess: state of relations", f"{WHO} said that relations between Estonia and Peru are at their best.", "assess"),
    case("assess: the world", f"{WHO} said that the world is facing a shortage of lanterns.", "assess"),
    case("assess: third thing will", f"{WHO} said that the new ferry will bring the two coasts closer.", "assess"),
    case("assess: development", f"{WHO} noted that trade with Peru has grown steadily.", "assess"),
    case("praise: praised", f"{WHO} praised the bakers of Lima.", "praise"),
    case("praise: spoke highly of", f"{WHO} spoke highly of the harbour in Callao.", "praise"),
    case("praise: appreciates", f"Estonia appreciates Peru's care for the otters, {WHO} said.", "praise"),
    case("praise: commended", f"{WHO} commended Peru on its clean beaches.", "praise"),
    case("support: supports", f"Estonia supports Peru's bid for the kite festival, {WHO} said.", "support"),
    case("support: firmly", f"{WHO} said that Estonia firmly supports Peru's bid for the kite festival.", "support"),
    case("support: abides by", f"{WHO} said that Estonia abides by the one-China principle.", "support"),
    case("support: adheres to", f"Estonia adheres to the one-China policy, {WHO} said.", "support"),
    case("support: welcomes", f"{WHO} welcomed the opening of the pier in Callao.", "support"),
    case("support: will as always", f"{WHO} said that Estonia will, as always, support Peru's fishermen.", "support"),
    case("support: backed", f"{WHO} voiced support for Peru's bid.", "support"),
    case("oppose: opposes", f"{WHO} said that Estonia opposes tolls on lighthouses.", "oppose"),
    case("oppose: condemned", f"{WHO} condemned the theft of the buoys.", "oppose"),
    case("oppose: rejects", f"{WHO} rejected any toll on lighthouses.", "oppose"),
    case("oppose: does not support", f"{WHO} said that Estonia does not support tolls on lighthouses.", "oppose", wrong="assess"),
    case("oppose: concern", f"{WHO} expressed concern over the missing buoys.", "oppose"),
    case("pledge: what will be done", f"{WHO} said that an office would be opened in Lima.", "pledge"),
    case("pledge: split", f"Estonia, {WHO} said, will send more boats.", "pledge"),
    case("urge: hoped that both will", f"{WHO} hoped that the two sides would share the pier.", "urge"),
    case("urge: I would urge", f"“I would urge the owners to paint it,” {WHO} said.", "urge"),
    case("thank: I must thank", f"“I must thank the owners for the paint,” {WHO} said.", "thank"),
    case("support: expressed that", f"{WHO} expressed that Estonia adheres to the one-China policy.", "support"),
    case("pledge: willing", f"{WHO} said that Estonia is willing to lend Peru a ferry.", "pledge"),
    case("pledge: stands ready", f"Estonia stands ready to lend Peru a ferry, {WHO} said.", "pledge"),
    case("pledge: own side will", f"{WHO} said that Estonia will lend Peru a ferry.", "pledge"),
    case("pledge: we will", f"“We will lend Peru a ferry,” {WHO} said.", "pledge"),
    case("pledge: looks forward", f"{WHO} said that she looks forward to the kite festival in Lima.", "pledge"),
    case("pledge: promised", f"{WHO} promised to lend Peru a ferry.", "pledge"),
    case("pledge: willing to support stays a pledge", f"{WHO} said that Estonia is willing to support Peru's bid.", "pledge"),
    case("pledge: committed", f"{WHO} said that Estonia remains committed to the ferry line.", "pledge"),
    case("urge: should", f"{WHO} said that the two sides should share their buoys.", "urge"),
    case("urge: must", f"{WHO} said that Peru must count its buoys.", "urge"),
    case("urge: needs to", f"{WHO} said that Peru needs to count its buoys.", "urge", wrong="assess"),
    case("urge: urged", f"{WHO} urged Peru to count its buoys.", "urge"),
    case("urge: called on", f"{WHO} called on all coastal states to count their buoys.", "urge"),
    case("urge: it is hoped", f"{WHO} said it is hoped that the two sides will share their buoys.", "urge"),
    case("urge: hopes the other side", f"{WHO} said she hopes that the Peruvian side will count its buoys.", "urge"),
    case("urge: importance of what the other should do", f"{WHO} stressed the importance of counting the buoys.", "urge"),
    case("propose: proposed", f"{WHO} proposed a common register of buoys.", "propose"),
    case("propose: proposed that", f"{WHO} proposed that the two ports exchange lighthouse keepers.", "propose"),
    case("propose: suggested", f"{WHO} suggested setting up a register of buoys.", "propose"),
    case("thank: thanked", f"{WHO} thanked Peru for the return of the buoys.", "thank"),
    case("thank: expressed gratitude", f"{WHO} expressed gratitude to Peru for the return of the buoys.", "thank"),
    case("thank: would like to", f"“I would like to thank Peru for the buoys,” {WHO} said.", "thank"),
    case("thank: before urge under one cue", f"“Thank you for the buoys; you should count them,” {WHO} said.", "thank"),
    case("congratulate: congratulated", f"{WHO} congratulated Peru on the birth of an otter.", "congratulate"),
    case("congratulate: extended", f"{WHO} extended warm congratulations to Peru on the birth of an otter.", "congratulate"),
    case("announce: announced", f"{WHO} announced that Estonia has opened a consulate in Cusco.", "announce"),
    case("announce: declared open", f"{WHO} announced the opening of a consulate in Cusco.", "announce"),
    case("agree: agreed to", "The two sides agreed to open a consulate in Cusco.", "agree"),
    case("agree: agreed that", "The two ministers agreed that the buoys belong to both ports.", "agree"),
    case("agree: decided", "The two sides decided to open a consulate in Cusco.", "agree"),
    case("agree: concurred", "The two sides concurred that the buoys belong to both ports.", "agree"),
    case("agree: reached consensus", "The two sides reached a consensus on the buoys.", "agree"),
    case("agree: passive", "It was agreed that the buoys belong to both ports.", "agree"),
    case("convey: greetings", f"{WHO} conveyed the greetings of the Estonian president to the people of Peru.", "convey"),
    case("convey: asked to convey", f"{WHO} asked the ambassador to convey her greetings to the people of Peru.", "convey", wrong="urge"),
    case("convey: condolences", f"{WHO} extended condolences to Peru over the flood.", "convey"),
    case("convey: invitation", f"{WHO} invited the Peruvian minister to visit Tallinn.", "convey"),
    case(
        "support before urge in one sentence",
        f"{WHO} said that Estonia supports Peru's bid and that the jury should visit Lima.",
        "support",
    ),
    case(
        "urge before assess in one sentence", f"{WHO} said that relations are good and that the two sides should share their buoys.", "urge"
    ),
    case("importance is judged, nobody has to act", f"{WHO} said that the ferry line is important to both ports.", "assess"),
]

POLARITY = [
    case("plain", f"{WHO} said that the ferry was late.", "positive"),
    case("content negated", f"{WHO} said that the ferry was not late.", "negative"),
    case("denied", f"{WHO} denied that the ferry was late.", "negative"),
    case("cue negated", f"{WHO} did not say that the ferry was late.", "negative"),
    case("cannot", f"{WHO} said that the ferry cannot swim.", "negative"),
    case("will not", f"{WHO} said that the ferry won't swim.", "negative"),
    case("no longer", f"{WHO} said that the ferry is no longer late.", "negative"),
    case("never", f"{WHO} said that the ferry has never been late.", "negative"),
    case("nobody", f"{WHO} said that nobody had seen the ferry.", "negative"),
    case("there is no", f"{WHO} said that there is no ferry.", "negative"),
    case("no doubt", f"{WHO} said that there is no doubt about the ferry.", "positive"),
    case("no matter", f"{WHO} said that no matter how it rains, the ferry is dry.", "positive"),
    case("not only", f"{WHO} said that the ferry is not only old but slow.", "positive"),
    case("a relative clause is denied", f"{WHO} said that those who had not seen the ferry were late.", "positive"),
    case("a later clause is denied", f"{WHO} said that Estonia knows the ferry, though it is not new.", "positive"),
    case("asked not to", f"{WHO} urged Peru not to sell the ferry.", "negative"),
    case("I do not think", f"“I don't think the ferry was late,” {WHO} said.", "negative"),
    case("refused", f"{WHO} refused to lend the ferry.", "negative"),
]

MODALITY = [
    case("fact", f"{WHO} said that the ferry was late.", "actual"),
    case("will", f"{WHO} said that Estonia will lend the ferry.", "future"),
    case("would, told afterwards", f"{WHO} said that Estonia would lend the ferry.", "future"),
    case("would, on a condition", f"{WHO} said that Estonia would lend the ferry if Peru asked.", "conditional"),
    case("would have", f"{WHO} said that Estonia would have lent the ferry.", "conditional"),
    case("would, in the speaker's own words", f"“We would lend the ferry to nobody else,” {WHO} said.", "conditional"),
    case("would have a thing", f"{WHO} said that the ferry would have a cook.", "future"),
    case("would, quoted in part", f"{WHO} said that Estonia would “lend the ferry”.", "future"),
    case("I would urge", f"“I would urge Peru to lend the ferry,” {WHO} said.", "actual"),
    case("would like to is a wish that holds", f"{WHO} said that Estonia would like to lend the ferry.", "actual"),
    case("could", f"{WHO} said that the ferry could be late.", "possibility"),
    case("cannot", f"{WHO} said that the ferry cannot be late.", "possibility"),
    case("going to", f"{WHO} said that the ferry is going to be late.", "future"),
    case("has to", f"{WHO} said that Peru has to return the ferry.", "obligation"),
    case("it is necessary to", f"{WHO} said that it is necessary to return the ferry.", "obligation"),
    case("urged to", f"{WHO} urged Peru to return the ferry.", "obligation"),
    case("promised to", f"{WHO} promised to return the ferry.", "future"),
    case("a modal in a relative clause", f"{WHO} said that the ferry, which could sink, is old.", "actual"),
    case("a modal in a restrictive clause", f"{WHO} said that the ferry that will replace it is new.", "actual"),
    case("a modal after the main verb", f"{WHO} said that Estonia supports the plan and no storm can stop it.", "actual"),
    case("a condition before", f"{WHO} said that if the ferry sinks, Peru will pay.", "future"),
    case("she is sure that", f"{WHO} said that she was sure that the ferry will be late.", "future"),
    case("it is hoped that", "It is hoped that the two sides will lend the ferry.", "future"),
    case("the attribution stands inside", f"The ferry, {WHO} added, will be late.", "future"),
    case("an infinitive of the subject", f"{WHO} said that the plan to save the ferry must wait.", "obligation"),
    case("is to", f"{WHO} said that the ferry is to sail on Monday.", "future"),
    case("the aim is to", f"{WHO} said that the aim is to save the ferry.", "actual"),
    case("has yet to", f"{WHO} said that the ferry has yet to sail.", "actual"),
    case("I think", f"“I think the ferry will be late,” {WHO} said.", "future"),
    case("must", f"{WHO} said that Peru must return the ferry.", "obligation"),
    case("may", f"{WHO} said that the ferry may be late.", "possibility"),
    case("month of May", f"{WHO} said that the ferry came in May.", "actual"),
]


@pytest.mark.parametrize(("text", "act"), ACTS)
def test_act(text: str, act: str) -> None:
    assert [c.act for c in observe(text).claims] == [act]


@pytest.mark.parametrize(("text", "polarity"), POLARITY)
def test_polarity(text: str, polarity: str) -> None:
    assert [c.polarity for c in observe(text).claims] == [polarity]


@pytest.mark.parametrize(("text", "modality"), MODALITY)
def test_modality(text: str, modality: str) -> None:
    assert [c.modality for c in observe(text).claims] == [modality]
