//! What no list of phrases could name: praise and blame, decisions and hearsay found by how
//! the sentence is made.

use serde_json::json;

use super::{MAKER, OPINION, REASONS, REPORT, VAGUE};
use crate::setting;

/// Nothing is found by the rule in any of the texts.
fn is_silent(rule: &str, texts: &[&str]) {
    for text in texts {
        setting().is_silent(rule, &[(text, json!({ "text": text }))]);
    }
}

#[test]
fn praise_and_blame_of_people() {
    setting().marks(
        OPINION,
        &[
            ("She is one of our most committed carers.", &["is one of our most committed carers"]),
            ("Ms Asante is plainly the more responsible parent.", &["is plainly the more responsible parent"]),
            ("Scarlett is a lovely girl underneath it all.", &["is a lovely girl"]),
            ("Boys from his family are so respectful.", &["are so respectful"]),
            ("He’s such a good lad.", &["He’s such a good lad"]),
            ("The carers have always been brilliant with him.", &["have always been brilliant"]),
            ("She is a credit to her late father.", &["is a credit to"]),
            ("Abena is clearly at the end of her tether.", &["is clearly at the end of her tether"]),
            ("The flat is no place for a child.", &["is no place for"]),
            ("This is a sloppy state of affairs.", &["is a sloppy state of affairs"]),
            ("A smashing couple.", &["A smashing couple"]),
            ("A good Christian home.", &["A good Christian home"]),
            ("Dad on the phone: a lovely man.", &["a lovely man"]),
            ("Steph is putting Dad before the kids.", &["putting Dad before the kids"]),
            ("The council has let Leona down.", &["let Leona down"]),
        ],
    );
    is_silent(
        OPINION,
        &[
            "You are a lovely girl, and I liked your drawing.",
            "Mum said that she is a good mum.",
            "Her social worker is excellent, she says.",
            "“She is a lovely girl,” said Mrs Doyle.",
            "In my professional opinion she is a committed carer.",
            "Mum was lovely with Mia: she sang and held her.",
            "Nan is a devoted carer. She has driven him to school on each of 40 days.",
            "Jay would like to be a good dad one day.",
            "Mum asked whether she is a bad mother.",
            "He is a strong swimmer.",
            "Sam is a good friend of his.",
            "She was a great-grandmother at 60.",
            "Dad is a natural redhead.",
            "Breakfast was lovely.",
            "Mrs Doyle has an amazing garden.",
            "Good morning, Ava.",
            "Great Ormond Street Hospital rang.",
            "First, I believe Aaliyah, and the harm is in the past.",
            "Mum put the baby first in the car.",
            "I asked Mum to put the children first.",
            "Dad let Jay down from his shoulders.",
        ],
    );
}

#[test]
fn praise_and_blame_of_services() {
    setting().marks(
        VAGUE,
        &[
            ("The contact was really positive.", &["was really positive"]),
            ("Contact with Dad was lovely.", &["was lovely"]),
            ("His relationship with his brother is positive.", &["is positive"]),
            ("Education is progressing satisfactorily.", &["is progressing satisfactorily"]),
            ("Placement meets all of his needs.", &["meets all of his needs"]),
            ("Engagement has been poor.", &["has been poor"]),
            ("Attendance good.", &["Attendance good"]),
            ("Gran suitable.", &["Gran suitable"]),
            ("Overall a positive session.", &["positive session"]),
            ("Good engagement overall.", &["Good engagement"]),
            ("I rang Stacey. Stacey was positive on the phone.", &["was positive"]),
            ("Jay has a cough.\n\nNo problems in school.", &["No problems"]),
        ],
    );
    is_silent(
        VAGUE,
        &[
            "Contact was good: Dad brought a book and they read it twice.",
            "The session was productive. We wrote 12 pages.",
            "Attendance is 94%, which is good.",
            "Her appetite is poor. She weighs 31 kg.",
            "Mum said that the placement is excellent. School is excellent.",
            "Is the placement suitable?",
            "If contact is positive we will move to weekly.",
            "The plan should be good enough by then.",
            "Her accommodation is suitable for a wheelchair.",
            "What’s gone well\n- five days of five in school",
            "A good school is two miles away.",
            "Rapport: he called me by my name.",
        ],
    );
}

#[test]
fn decisions_without_a_verb_of_deciding() {
    setting().marks(
        MAKER,
        &[
            ("Her phone is now to be handed in at nine every night.", &["Her phone is now to be"]),
            ("Dad is not to have her overnight.", &["Dad is not to have"]),
            ("Legal planning meeting to be held.", &["Legal planning meeting to be held"]),
            ("No more beach trips for now.", &["No more beach trips for now"]),
            ("Closure was ratified at allocations.", &["ratified at"]),
            ("It appears to have been determined that visits should end.", &["determined"]),
            ("Felt by all that the plan should carry on.", &["Felt by all"]),
            ("Not going to conference, was the view.", &["was the view"]),
            ("Threshold for child in need is considered to be met.", &["considered to be met"]),
            ("Outcome: agreed to close, because Wayne has moved out.", &["agreed"]),
            ("1) Ring Gran. 2) Agreed not to pursue the order.", &["Agreed"]),
            ("It was agreed at panel to end the hours.\n\nMy decision: ten hours.", &["It was agreed"]),
        ],
    );
    setting().marks(
        REASONS,
        &[
            ("I am not extending it.", &["I am not extending"]),
            ("I have decided visits go to weekly.", &["decided"]),
            (
                "Tracey Hill, team manager, led supervision. We talked about Nan. Tracey decided that Nan will not be asked.",
                &["decided"],
            ),
            ("Decisions: I have decided that Mum’s calls will go through the office.", &["decided"]),
        ],
    );
    let own = [
        "Mum said that her phone is now to be handed in at nine.",
        "He is not to be blamed for this.",
        "The tablets are to be taken with food.",
        "Core group to be held on 4 May at school.",
        "Contact to be supervised by Gran.",
        "No more questions for now.",
        "No more than two visits were missed.",
        "Agreed photographs to be taken by Rob and me at school, 10 September.",
        "Step down to early help was discussed with Mum.",
        "I am not sending it by email.",
        "I am not going to the review.",
        "Visits are now to be weekly, Pat Hill (team manager) decided, because he was hurt.",
        "Decision: I am ending the plan today, as its four aims have been met.",
        "I have decided that we will hold a conference. I have read the report.\n\nReasons\n1. Two burns.",
    ];
    is_silent(MAKER, &own);
    is_silent(REASONS, &own);
}

#[test]
fn hearsay_of_anybody() {
    setting().marks(
        REPORT,
        &[
            ("Someone at the surgery mentioned that he has moved.", &["Someone at the surgery mentioned"]),
            ("One of the other mums says they were seen in town.", &["One of the other mums says"]),
            ("Neighbours have complained of shouting.", &["Neighbours have complained"]),
            ("There’s been mention of another lad.", &["There’s been mention"]),
            ("There have been some whispers that he is back.", &["There have been some whispers"]),
            ("Been told he is back.", &["Been told"]),
            ("There is a long history of domestic violence.", &["There is a long history of"]),
        ],
    );
    is_silent(
        REPORT,
        &[
            "Someone who said she was his aunt collected him.",
            "Mum told me that someone said he was back.",
            "I asked someone at the surgery to ring.",
            "Someone said hello and Jay waved.",
            "There are two reports on the file.",
            "Mum told me that there is talk of redundancies.",
            "One of the other children said to me that he hits them.",
            "He has been told by his social worker that he starts on Monday.",
            "The police file shows that there is a long history of domestic violence.",
        ],
    );
}

#[test]
fn how_somebody_did_something_and_not_what() {
    setting().marks(
        VAGUE,
        &[
            ("Mum engaged really well with me.", &["engaged really well"]),
            ("Dad responded sensitively.", &["responded sensitively"]),
            ("Jay managed the move well.", &["managed the move well"]),
        ],
    );
    is_silent(
        VAGUE,
        &[
            "Mum coped well. She held him and sang.",
            "Jay progressed well in maths: two levels in a term.",
            "She is coping well, she said.",
            "He would manage well with help.",
            "You managed really well and I am proud.",
            "Mum was asked how she manages so well.",
        ],
    );
}

#[test]
fn what_somebody_is_like_feels_or_will_come_to() {
    setting().marks(
        OPINION,
        &[
            ("Her heart isn’t in it any more.", &["Her heart isn’t in it"]),
            ("The move to Hull was the wrong call for these sisters.", &["was the wrong call"]),
            ("Evie is deeply unhappy at school.", &["is deeply unhappy"]),
            ("Dad doesn’t really get teenagers.", &["doesn’t really get"]),
            ("Grandad means well.", &["means well"]),
            ("Nan will never cope with the twins.", &["will never cope"]),
            ("Anybody can see that she is grieving.", &["Anybody can see"]),
            ("Uncle is not a fit person to have them.", &["is not a fit person"]),
            ("Her tears in the meeting were not genuine.", &["were not genuine"]),
            ("It would be a mistake to send him home.", &["It would be a mistake to"]),
            ("Ella feels responsible for the baby.", &["feels responsible"]),
        ],
    );
    is_silent(
        OPINION,
        &[
            "Evie told me that she is deeply unhappy at school.",
            "Evie is deeply unhappy at school, her teacher Ms Bell told me on Monday.",
            "The move is the best thing for Ava, said Nan.",
            "My view is that the move was the wrong call.",
            "Dad is frightened of him: he checked the lock four times while I was there.",
            "The truth is that I was late, and I am sorry.",
            "It is a shame that you missed the party.",
            "I thought it was Tuesday, but it was Wednesday.",
            "You can see the castle from your window.",
            "Jay was upset when the bus left without him.",
            "Theo adores his grandad’s dog.",
            "He belongs to the chess club.",
            "Ava felt left out at the party, she said.",
            "Dad cannot keep them overnight, because he has one room.",
        ],
    );
}

#[test]
fn hearsay_however_it_is_worded() {
    setting().marks(
        REPORT,
        &[
            ("It has since been mentioned that he is back.", &["It has since been mentioned"]),
            ("The story goes that Grandad locked them in.", &["The story goes that"]),
            ("According to some in the family, he hit her.", &["According to some"]),
            ("From what I gather, he does the feeds.", &["From what I gather"]),
            ("Conference heard that Mother had missed three scans.", &["Conference heard"]),
            ("It came to our attention that the rent is unpaid.", &["It came to our attention"]),
            ("The twins were seen begging outside the station.", &["were seen begging"]),
            ("Somebody rang in about two children on a balcony.", &["Somebody rang in about"]),
        ],
    );
    is_silent(
        REPORT,
        &[
            "It was mentioned by Nan that the heating is off.",
            "It was mentioned that the heating is off, Nan said.",
            "I was told that I could leave my bag in the hall.",
            "At home they say that he goes exploring.",
            "Mum and Dad came. They say that she has not slept.",
            "She has been seen by the optician.",
            "The family is known to the food bank, where Mum volunteers.",
            "Someone will ring you on Monday.",
            "People waved at us from the bus.",
            "It was confirmed that the arm is broken (X-ray, Dr Shah, 3 May).",
            "It was recorded in the log at 21:10 that he was in his room.",
            "I understand Mum’s worry about the balcony.",
            "Ava was seen at home, in her bedroom.",
            "They say grace before they eat.",
        ],
    );
}

#[test]
fn decisions_of_nobody_in_particular() {
    setting().marks(
        MAKER,
        &[
            ("The night visit was called off because of the snow.", &["The night visit was called off"]),
            ("The meeting resolved to ask the court for an order.", &["The meeting resolved"]),
            ("The conclusion reached was to take no action.", &["The conclusion reached was"]),
            ("Got the go-ahead for the passport.", &["Got the go-ahead for"]),
            ("We have been instructed to end the support.", &["We have been instructed to"]),
            ("No further action on the call about Imani.", &["No further action"]),
            ("Contact will now be supervised.", &["Contact will now be supervised"]),
            ("The plan is to go back to court.", &["The plan is to go"]),
            ("The children are to be placed separately.", &["The children are to be placed"]),
            ("It was not felt appropriate to see them alone.", &["It was not felt appropriate"]),
        ],
    );
    setting().marks(REASONS, &[("Head of service Lin Chow signed off the move to Devon.", &["signed off"])]);
    let own = [
        "Visits were stopped by the prison from 3 to 10 May.",
        "The chair, Judith Marsh, decided on a child protection plan. She said the stay was too recent for less.",
        "I decided that police should take her home. I based this on her own answer.",
        "The placement was ended by Pat Hill, team manager, because he was hurt.",
        "The funding was not approved last year, Mum said.",
        "Agreed between Mason, Gail and me: he comes on Thursday.",
        "Plan agreed and signed by Mum, Dad and me on 3 May.",
        "Ed to go with Nathan to the hospital.",
        "He is to go to his uncle’s on discharge.",
        "I explained that a judge decides.",
        "The library closed at five.",
        "Hours at the bakery have been cut.",
        "The plan for Friday is pizza.",
        "Everyone agreed that the cake was good.",
        "The children will be collected by Nan.",
        "Theo has been grounded by his mum, he told me.",
        "The judge refused the adjournment on 3 May, Mum told me.",
    ];
    is_silent(MAKER, &own);
    is_silent(REASONS, &own);
}

#[test]
fn conclusions_however_they_are_worded() {
    setting().marks(
        VAGUE,
        &[
            ("The kitchen was adequate.", &["was adequate"]),
            ("The kitchen left a lot to be desired.", &["left a lot to be desired"]),
            ("Ms Flynn has been struggling with the two youngest.", &["has been struggling"]),
            ("There were some issues at the weekend.", &["some issues"]),
            ("Food in the house was sufficient.", &["was sufficient"]),
            ("The carer is meeting all of Tia’s needs.", &["meeting all of Tia’s needs"]),
            ("Things have improved in the household since the last review.", &["have improved"]),
            ("Dad was satisfied. I was happy with what I saw.", &["happy with what I saw"]),
            ("Jack is progressing as expected.", &["progressing as expected"]),
        ],
    );
    is_silent(
        VAGUE,
        &[
            "The baby is thriving: he went from the 9th to the 25th centile.",
            "Going well\nZaynab has been in school every day.",
            "He was ok as soon as Bev left him to it.",
            "No worries if you cannot come.",
            "Sleep was poor: he woke six times.",
            "There was an incident. Kai threw a cup at Sam.",
            "There have been no further incidents since 3 May.",
            "The weather has improved, so we walked to the library.",
            "Have a lovely weekend.",
            "The plan says how to meet Tia’s needs.",
            "Noah ran up and down the stairs.",
            "An incident in which Dad swung a hammer at the car was seen by two neighbours.",
            "Zoe is struggling to breathe and an ambulance is on its way.",
            "Mum was struggling with the buggy. I held the door.",
        ],
    );
}
