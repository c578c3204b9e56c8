//! First names that many children in the United Kingdom have. They only tell whether words behind
//! `Children:` are names; nobody is found by them elsewhere.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Names that are hardly ever another word, and no place or subject.
const COMMON: &str = "\
aaliyah aaron abbie abdi abdul abdullah abena abigail abu ada adam ade adeel adele aden adrian \
agnieszka ahmad ahmed aidan aiden aiesha aisha aisling al alan alana alastair albie aleena \
alejandro aleksander alesha alex alexa alexander alexandra alexis alfie alfred ali alice alicia \
alina alisha alison allan alun amanda amara amelia amelie amina amir amira amy ana anaya andrea \
andrew andy aneesa angela angus anika anita aniya anja ann anna annabel annabelle anne annie \
anthony antoni antonia anya aoife archie aria ariana arjan arjun arlo arthur aryan asha ashley \
asif ava axel ayaan ayaz ayesha barbara barnaby bartosz beatrice beau becca becky ben benjamin \
beth bethan bethany betsy bilal billy bobby bradley brandon brenda brian bronte brooke caitlin \
caleb callum calum cameron camilla caoimhe carl carla caroline carolyn carys catherine cathy \
celia charley charlie charlotte cheryl chidi chioma chloe chris christian christina christine \
christopher ciara ciaran claire clara claudia clive cody cohen colin connor conor craig cristina \
curtis dafydd daniel danielle danny daria darius darren dave david deborah declan deepak demi \
denise dennis derek dexter diana dilan diya dominic donna dorothy douglas duncan dylan ebony \
eddie edie edith edward eesa eilidh elaine eleanor elena eli elias elif elijah elin eliza \
elizabeth ella ellen ellie elliot elliott ellis eloise elsa elsie emilia emily emma emmanuel \
emre eric erin esme esther ethan eva evan eve evelyn evie ewan ezra faisal farah farhan fatima \
fatimah felicity felix femi fergus ffion filip finlay finley finn fiona florence frances \
francesca francis frankie fraser fred freddie frederick freya gabriel gabriella gareth gary \
gavin gemma george georgia georgie georgina geraint gethin gillian gordon graham greg gregory \
gurpreet gwen habiba hafsa haleema halima hamish hamza hana hanna hannah hari haris harman \
haroon harriet harrison harry harvey haseeb hassan hayden heidi helen helena henry hira hollie \
howard hugh hugo humaira humza hussain ian ibrahim idris iestyn igor ilyas imaan imani imogen \
imran inaya indie ines ioan iqra irfan irina isaac isabel isabella isabelle isha ishaan isla \
isobel issac ivan izzy jack jackson jacob jaden jagoda jake jakub jamal james jamie jana jane \
janet jasmin jason jasper jaspreet javed jaya jayden jeff jemima jenna jennifer jenny jeremy \
jess jesse jessica jill jim jo joan joanna joanne jodie joe joel joey john johnny jon jonah \
jonathan jordan josef joseph josephine josh joshua josie juan jude judith julia julian julie \
juliet jun justin kacper kai kaiden kamil kara karen karim karol kasia kate katherine kathleen \
kathryn katie katy kavya kayden kayla kayleigh keira keith kelly ken kenneth kenza keri kevin \
khadija khadijah khalid kian kiera kieran kim kiran kirat kirsten kirsty kofi konrad kourtney \
krish krystian kwame kyle lacey lara laura lauren lea leah leanne lee leila lena lennon lenny \
leo leon leonard leonie leroy lesley lewis lexi lexie leyla liam libby lilah lilian liliana \
lilly linda ling lisa liz lizzie lloyd logan lola lorna lottie louie louis louisa louise luca \
lucas lucia lucian lucie lucy luis luka lukas luke lydia lynn mabel maciej maddie maddison maddy \
madison maeve maggie mahira mahmoud maisie maja malachi malcolm malik mandeep manpreet manuel \
marcel marcus margaret maria mariam marianne marie marion marisa martha martin martina martyn \
mary maryam mason mateo mateusz mathew mathilda matilda matt matthew maureen max maximilian maya \
meera meg megan mehmet mei melissa mia michael michaela michal michelle miguel mike mila milan \
miles millie milly milo miriam mohamed mohammad mohammed moira mollie molly monika morgan \
muhammad muhammed musa mustafa myla nadia nadine nahla naomi natalia natalie natasha nathan \
nathaniel neha neil nell nellie ngozi nia niall nicholas nick nicky nicola nicole nikhil nikita \
nikki nikola nila nina noah noel noor nora norah oisin olga oliver olivia ollie oluwaseun \
oluwaseyi omar oscar oskar osman otis ottilie otto owen paige pat patricia patrick patryk paul \
paula pauline penelope peter petra phil philip philippa phoebe pia pip polly priya przemek \
quentin rachel rafael rafferty rafi raheem rajesh ralph ramon rania raphael ravi rayan raymond \
rebecca reece reggie reuben rhian rhianna rhiannon rhys ria riaz richard ricky riley rishi rita \
rob robbie robert roberta rohan rohit roisin roman romeo ronan ronnie rory rosalind rosanna \
roseanna rosie ross roxanne roy ruben rufus rukhsana rupert ruqayyah russell ruth ryan saad \
sabrina sadie safa safiya saima saira sally salma sam samantha samir samira samuel sandra sanjay \
sara sarah sasha scarlett scott sean sebastian selina serena seth shane shannon sharon shaun \
shayla sheila shirley shona sian sienna simon simran siobhan sioned sofia sofie sonia sonny \
sophia sophie spencer stacey stanley stefan stella stephanie stephen steve steven stewart stuart \
sue sukhdeep sulayman suleman sumaya sunil susan susanna suzanne sylvia szymon tahir tamara \
tanisha tanya tara tariq tasha tasneem taylor ted teddy teresa tess theo theodore theresa thomas \
tia tilda tilly tim timothy tobias toby todd tom tomasz tommy toni tony tracey tracy trevor \
tunde tyler tyrone umair umar usman valentina vanessa vera veronica vicky victor victoria vikram \
vincent wajid wayne wendy wilf wilfred william wojciech xander yahya yasin yasmin yasmine yousuf \
yuki yunus yuri yusuf yvonne zac zach zachary zack zahra zain zainab zak zakariya zara zayan \
zayd zayn zeb zeeshan zena zoe zofia zoya zuzanna";

static NAMES: LazyLock<HashSet<&[u8]>> =
    LazyLock::new(|| COMMON.split(' ').map(str::as_bytes).collect());

/// Whether a word is a first name that many children have.
pub(in crate::find) fn is_first_name(word: &[u8]) -> bool {
    NAMES.contains(word)
}
