//! Good recording, full of words that look bad. No language rule has anything to say.

use recording_standard::{Options, check};
use serde_json::json;

use crate::{setting, value};

const INNOCENT: &[&str] = &[
    "I saw Ava alone in her bedroom for twenty minutes. She showed me the drawings above her bed.",
    "Ava said that Nan’s dog is “mad as anything” and that he lies on her bed.",
    "Mum cried for about five minutes. She told me that she was ashamed of her drinking.",
    "Jay’s speech was slurred, he held on to the wall and his breath smelt of cider.",
    "He said that he had drunk “three of Kyle’s cans” and that he was drunk.",
    "Dr Rao’s opinion is that the bruise fits a grip and that a fall would not explain it.",
    "Mum missed her visit on 4 May. I had sent the letter to her old address, and I have told her that I am sorry.",
    "You told me that you want to see your dad. I wrote to him in May and he rang me on Tuesday.",
    "Jay is 12. His mum is in a relationship with a man of 30, who moved in on 4 May.",
    "Leo made his bed, got himself dressed and went willingly to the dentist with Nan.",
    "Mum dealt with the broken window. Dad wound the hose up and pushed Leo on the swing.",
    "Dad is responsible for hitting Jay, and I told him so. Jay did nothing wrong.",
    "She was dressed appropriately for her age and the weather. He shouted in the shop, and Mum sat down next to him.",
    "Leo threw himself on the floor because the tablet had been switched off.",
    "Ava has a type 1 diabetes check on Friday. She knows what she is doing with her insulin.",
    "He still cries when Mum leaves. His key worker holds him, and he plays within two minutes.",
    "His speech is what I would expect of a child of four, the therapist wrote.",
    "There was mould as big as a dinner plate above the window. The bathroom lock is broken.",
    "Dad is deaf and uses British Sign Language. Kim Okafor interpreted.",
    "Mum is White British and Dad is Black African. The children are proud of both.",
    "Grandmother has bipolar disorder, diagnosed by Dr Patel in 2014. She takes her tablets each morning.",
    "Ava’s last epileptic seizure was on 2 January and lasted four minutes.",
    "Analysis: Jay may have been torn, because he went quiet each time that Dad’s name came up.",
    "I will ring Mum on Friday, possibly from the surgery. If Dad may be at home I will use her code word.",
    "Ava said, “He’s a liar, he always kicks off and he called Mum a slag.” She asked me not to tell Dad.",
    "Ms Lee told me on the phone that Jay had pushed two boys. She had not seen what came before.",
    "PC Shah said that a neighbour had heard a woman scream “get off me”. Officers found a knife on the stairs.",
    "Dad was arrested on suspicion of assault. He denied that he had been violent or aggressive.",
    "The uncle was convicted of sexual assault of a child in 2011 at Grimsby Crown Court.",
    "There was nothing to suggest that Ava was lying. She spoke slowly and drew a map of the flat.",
    "I do not know why Mum did not come. I rang her at 10 and at 2, and put a card through the door.",
    "Jay left the football match when it kicked off again after half time.",
    "Noah rolled from his back to his tummy. He was lying on a clean mat and kicked off his socks.",
    "Mum laughed and said “who’s a cheeky monkey”. She wiped his hands, which were dirty from the paint.",
    "I should have checked her shifts, and I failed to. I have said so to Mum.",
    "The judge found that Dad deliberately burnt Jay’s hand on 6 June 2025.",
    "You told me that you had been to the RVI (that’s the big hospital in town). You like the RVI.",
    "He pushed a JCB round the rug. The letter is from Tait LLP, and BAE has a place for her.",
    "PC Brand gave me the reference KP/2218/26. She gives him SMA in the day.",
    "Mum is looking for a bigger flat. He was looking for a place at college, and got everything he wanted on his list.",
    "He likes to play football with his brother. She had no time to eat before the hearing.",
    "Dad took him back and gave him his tea. Nan would have him back at six. She went willingly with the paramedics.",
    "Ava and Noah have different fathers and different surnames. Her faith does not allow pork; that is part of her culture.",
    "He will have been seen by the nurse by Friday. There is something else that she wants to tell me.",
    "The bus strike made it difficult for Mum to come. He is willing to take his tablets. She has a story for him at bedtime.",
    "He must be tired: he had slept for two hours. She told me everything about her new school.",
    "Miss Stoner, Judge Savage and Mrs. Slack came. Chloe Moody took the notes.",
    "V. Who came\nVI. What was agreed\nVII) When we meet next",
    "A jagged stone was lying among the leaves. Milk had been spilt, and the floor was spoilt.",
    "She told me that the family suffer from racism, and that the agency looks for ways to minimise intrusion.",
    "Jay asked who would know. I said that PC Shah and my manager would.",
    "Ava played schools with her sister. She pretended to be a lion in the next game.",
    "Mrs Boswell told me that they are Romany Gypsies and asked that the record say so.",
    "Jay was not rude, and did not seem hostile. He asked me to leave and I left.",
    "He left a suicide note. He was found hanging in the garage at 6.10 am.",
    "The car failed to start, so Mum came by bus.",
    "We played crazy golf. Ava wore her coloured laces and beat me by four.",
    "Jay has a lazy eye and wears a patch over the other.",
    "The kitchen was filthy: food waste covered the floor and the sink was full of plates.",
    "According to Ms Bell, health visitor, Mum was hostile. I have asked her what she saw.",
    "Mum thinks that Jay may have been cold, and that he probably took his coat off.",
    "Dad attends Narcotics Anonymous on Mondays. He calls himself an addict in recovery.",
    "The court found that Ava was likely to suffer significant harm and made an interim care order.",
    "I asked Jay whether the gate was possibly open. He shook his head.",
    "Mum asked, “Is he obviously bruised?” I said that the mark on his arm was the size of a coin.",
    "Will is eight and Grace is six. May came too, and so did Mark and Hope.",
    "Jay stayed at his nan’s, which is ten minutes from school. He did not want his tea.",
];

#[test]
fn good_records_are_left_alone() {
    for text in INNOCENT {
        let setting = setting();
        let options = Options { now: setting.now, file: None };
        let found = check(&value(&json!({ "text": text })), &setting.policy, options).findings;
        let found: Vec<_> = found.iter().filter(|finding| finding.rule.starts_with("language/")).collect();
        assert!(found.is_empty(), "{text}: {found:?}");
    }
}
