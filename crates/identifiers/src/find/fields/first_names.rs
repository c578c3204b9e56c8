//! First names that many children in the United Kingdom have. They only tell whether words behind
//! `Children:` are names; nobody is found by them elsewhere.

use std::sync::LazyLock;

use crate::find::word_list::WordList;

/// Names that are hardly ever another word, and no place or subject.
const COMMON: &str = "\
aaliyah aarav aaron abbie abdi abdirahman abdul abdullah abena abigail abu ada adaeze adam ade \
adeel adele aden adrian advik agnieszka ahmad ahmed ahmet aidan aiden aiesha aine aisha aisling \
akua al alan alana alanna alastair albie aleena alejandro aleksander aleksandra alesha alex alexa \
alexander alexandra alexis alfie alfred ali alice alicia alina alisha alison allan alun amanda \
amara amelia amelie amina amir amira amy ana ananya anastasia anaya andrea andrei andrew andy \
aneesa angela angus anika anita aniya anja ann anna annabel annabelle anne annie anthony antoni \
antonia anya aoife aqsa archie aria ariana arjan arjun arlo arthur aryan asha ashley asif ava avni \
axel ayaan ayaz ayesha ayla ayo ayse ayub barbara barnaby bartosz beatrice beau becca becky ben \
benjamin beth bethan bethany betsy bianca bilal billy bobby bohdan bradley brandon brenda brian \
brianna bronte brooke bushra caitlin caleb callum calum cameron camilla camille caoimhe caolan \
carl carla caroline carolyn carys catalin cathal catherine cathy celia chanelle charley charlie \
charlotte cheryl chidi chioma chloe chris christian christina christine christopher ciara ciaran \
cillian claire clara claudia clive clodagh cody cohen colin conall connor conor craig cristina \
curtis dafydd daniel danielle danny daria darius darren dave david deborah declan deepak delroy \
demi denise dennis derek dexter diana dilan divya diya dmitri dominic donna dorothy douglas duncan \
dwayne dylan ebony eddie edie edith edward eesa efe eilidh ekow elaine eleanor elena eli eliana \
elias elif elijah elin eliza elizabeth ella ellen ellie elliot elliott ellis eloise elsa elsie \
emeka emilia emilie emily emir emma emmanuel emre eoghan eoin eric erin esi esme esther ethan eva \
evan eve evelyn evie ewan ezra faisal farah farhan fariha fatima fatimah felicity felix femi \
fergus ffion filip finlay finley finn fiona fionn florence florin frances francesca francis \
franciszek frankie fraser fred freddie frederick freya gabriel gabriela gabriella gareth gary \
gavin gemma george georgia georgie georgina geraint gethin gillian gordon graham grainne greg \
gregory gurpreet gwen habiba hafsa haleema halima hamish hamza hana hanna hannah hari haris harley \
harman haroon harriet harrison harry harvey haseeb hassan hayden heidi helen helena henry hira \
hodan hollie howard hugh hugo humaira humza hussain ian ibrahim idrees idris iestyn ifeoma ifrah \
igor ilyas imaan iman imani imogen imran inaya indie ines ioan ioana iqra irfan irina isaac isabel \
isabella isabelle isha ishaan ishani isla ismail isobel issac ivan izzy jack jackson jacob jaden \
jagoda jake jakub jamal james jamie jana jane janet jasmin jason jasper jaspreet javed javeria \
jaxon jaxson jaya jayden jeff jemima jenna jennifer jenny jeremy jermaine jess jesse jessica jill \
jim jo joan joanna joanne jodie joe joel joey john johnny jon jonah jonathan jordan josef joseph \
josephine josh joshua josie juan jude judith julia julian julie juliet jun junaid justin kacper \
kai kaiden kamil kara karen karim karol kashif kasia kate katherine kathleen kathryn katie katy \
kavya kayden kayla kayleigh kayson keeley keira keith kelly kelsey ken kenneth kenza keri kevin \
khadija khadijah khalid kian kiana kiera kieran kim kiran kirat kirsten kirstie kirsty kofi kojo \
konrad kourtney krish krystian kwabena kwame kwesi kyan kyle lacey lara laura lauren lea leah \
leanna leanne lee leigh leila lena lennon lenny leo leon leonard leonie leroy lesley leticia lewis \
lexi lexie leyla liam libby lilah lilian liliana lilly linda ling lisa liz lizzie lloyd logan lola \
lorcan lorna lottie louie louis louisa louise luca lucas lucia lucian lucie lucy luis luka lukas \
luke lydia lynn lynsey mabel maciej maddie maddison maddy madison maeve maggie mahira mahmoud \
maisie maja maksym malachi malcolm malik mandeep manpreet manuel marcel marcus margaret maria \
mariam marianne marie marion marisa mariyah marlon martha martin martina martyn mary maryam mason \
mateo mateusz mathew mathilda matilda matt matthew maureen max maximilian maya meera meg megan \
mehmet mei melissa mhairi mia michael michaela michal michelle miguel mihai mike mila milan miles \
millie milly milo miriam mohamad mohamed mohammad mohammed moira mollie molly monika morgan morven \
muhammad muhammed musa mustafa myla nadeem nadia nadine nahla nana naomi nasra natalia natalie \
natasha nathan nathaniel naveed neha neil nell nellie nevaeh ngozi nia niall niamh nicholas nick \
nicky nicola nicole nikhil nikita nikki nikola nila nimra nina nnamdi noah noel noor nora norah \
oisin oksana olena olga oliver olivia oliwia ollie oluwaseun oluwaseyi omair omar orla orlaith \
oscar oskar osman otis ottilie otto owen padraig paige pat patricia patrick patryk paul paula \
pauline penelope peter petra phil philip philippa phoebe pia pip polly priya priyanka przemek \
quentin rabia rachel rafael rafferty rafi raheem rajesh ralph ramon rania raphael ravi rayan \
raymond razvan rebecca reece reggie reuben reyansh rhian rhianna rhiannon rhys ria riaz richard \
ricky riley rimsha rishi rita riya rizwan rob robbie robert roberta rohan rohit roisin roman romeo \
ronan ronnie rory rosalind rosanna roseanna rosie ross roxanne roy ruairi ruaridh ruben rufus \
rukhsana rupert ruqayyah russell ruth ryan saad saanvi sabrina sadia sadie safa safiya saima saira \
sajid sally salma sam samantha samir samira samuel sana sandra sanjay saoirse sara sarah sasha \
scarlett scott seamus sean sebastian sehrish selina serena seth shahid shane shanice shannon \
sharon shaun shayla sheila shirley shona shreya sian sienna simon simran sinead siobhan sioned \
sofia sofie sofiya sonia sonny sophia sophie spencer stacey stanley stefan stefania stella \
stephanie stephen steve steven stewart struan stuart sue sukhdeep sulayman suleman sumaira sumaya \
sunil susan susanna suzanne sylvia szymon tadhg tahir tamara tanisha tanvi tanya tara taras tariq \
tasha tasneem taylor tayyab ted teddy temi teresa tess theo theodore theresa thomas tia tiana \
tilda tilly tim timothy tobi tobias toby todd tom tomasz tommy toni tony tracey tracy trevor tunde \
tyler tyrese tyrone umair umar usman uzma valentina vanessa vera veronica vicky victor victoria \
vihaan vikram viktor vincent wajid waqas wayne wendy wiktor wiktoria wilf wilfred william wojciech \
xander yahya yaqub yasin yasmin yasmine yigit yousuf yuki yunus yuri yusuf yvonne zac zach zachary \
zack zahra zain zainab zak zakariya zara zayan zayd zayn zaynab zeb zeeshan zena zeynep zoe zofia \
zoya zubair zuzanna";

static NAMES: LazyLock<WordList> = LazyLock::new(|| WordList::of(COMMON));

/// Whether a word is a first name that many children have.
pub(in crate::find) fn is_first_name(word: &[u8]) -> bool {
    NAMES.has(word)
}
