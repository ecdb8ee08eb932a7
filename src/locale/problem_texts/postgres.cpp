// SPDX-License-Identifier: EUPL-1.2
#include "locale/problem_texts/tables.h"

namespace styrkedja {
namespace {

// For whoever runs the database. code, Swedish: what, must, do; English: what, must, do. See locale/problem_texts.h.
constexpr ProblemText texts[] = {
    {"database_does_not_answer",
     "Databasen {place} svarar inte.[ Den säger: {detail}]",
     "en PostgreSQL som är igång och nås från den här datorn.",
     "Försök igen om en stund. Hjälper inte det: se efter att PostgreSQL är igång, att adressen stämmer och att ingen "
     "brandvägg står emellan. Allt som har kvitterats finns kvar; det som skickades just nu ska frågas efter innan det "
     "skickas igen.",
     "The database {place} does not answer.[ It says: {detail}]",
     "a PostgreSQL that is running and can be reached from this computer.",
     "Try again in a while. If that doesn't help: see that PostgreSQL is running, that the address is right and that no "
     "firewall stands between. All that was acknowledged is there; what was sent just now must be asked for before it is "
     "sent again."},
    {"database_is_read_only",
     "Databasen {place} tar just nu bara emot läsning.",
     "den server i klustret som får skriva.",
     "Pågår ett byte av server är det över inom en halv minut: försök igen. Annars: ange alla klustrets servrar i adressen, "
     "med target_session_attrs=read-write.",
     "The database {place} can only be read at the moment.",
     "the server of the cluster that may be written.",
     "If another server is just taking over, that is done within half a minute: try again. Otherwise name all servers of "
     "the cluster in the address, with target_session_attrs=read-write."},
    {"database_is_full",
     "Disken hos databasen {place} är full. Inget av det som skulle sparas har sparats.[ Den säger: {detail}]",
     "ledigt utrymme på serverns disk.",
     "Gör plats på serverns disk och försök igen. Läsa går under tiden.",
     "The disk of the database {place} is full. Nothing of what was to be saved has been saved.[ It says: {detail}]",
     "free room on the server's disk.",
     "Make room on the server's disk and try again. Reading works meanwhile."},
    {"database_refuses_login",
     "Databasen {place} släpper inte in Styrkedja.[ Den säger: {detail}]",
     "en användare och ett lösenord som PostgreSQL godtar från den här datorn.",
     "Rätta användare och lösenord i adressen (eller i ~/.pgpass), eller lägg till datorn i serverns pg_hba.conf.",
     "The database {place} does not let Styrkedja in.[ It says: {detail}]",
     "a user and a password that PostgreSQL accepts from this computer.",
     "Correct user and password in the address (or in ~/.pgpass), or add the computer to the server's pg_hba.conf."},
    {"database_refuses_work",
     "Användaren får inte göra det här i databasen {place}.[ Den säger: {detail}]",
     "en användare som äger schemat styrkedja, eller får skapa det.",
     "Låt databasens ägare köra: GRANT CREATE ON DATABASE … TO …, eller ALTER SCHEMA styrkedja OWNER TO ….",
     "The user may not do this in the database {place}.[ It says: {detail}]",
     "a user that owns the schema styrkedja, or may create it.",
     "Let the database's owner run: GRANT CREATE ON DATABASE … TO …, or ALTER SCHEMA styrkedja OWNER TO …."},
    {"database_does_not_exist",
     "Databasen {place} finns inte.[ Servern säger: {detail}]",
     "namnet på en databas som finns på servern.",
     "Rätta namnet i adressen, eller skapa databasen: createdb --encoding=UTF8 NAMN.",
     "The database {place} does not exist.[ The server says: {detail}]",
     "the name of a database that is on the server.",
     "Correct the name in the address, or make the database: createdb --encoding=UTF8 NAME."},
    {"database_holds_no_store",
     "I databasen {place} finns inget som Styrkedja har sparat.",
     "en databas med Styrkedjas tabeller i schemat styrkedja.",
     "Rätta databasens namn i adressen. Är den ny: kör styrkedja init först.",
     "Nothing in the database {place} was saved by Styrkedja.",
     "a database with Styrkedja's tables in the schema styrkedja.",
     "Correct the database's name in the address. If it is new: run styrkedja init first."},
    {"database_address_is_wrong",
     "Adressen till databasen går inte att förstå.[ PostgreSQL säger: {detail}]",
     "en adress som postgresql://användare@server:5432/databas.",
     "Rätta adressen. Tecken som @, / och % i lösenordet skrivs %40, %2F och %25.",
     "The address of the database can't be understood.[ PostgreSQL says: {detail}]",
     "an address like postgresql://user@server:5432/database.",
     "Correct the address. Characters like @, / and % in the password are written %40, %2F and %25."},
    {"database_may_lose_what_is_written",
     "Databasen {place} är inställd så att den kan förlora det den har kvitterat (fsync = off).",
     "fsync = on.",
     "Sätt fsync = on i serverns postgresql.conf och ladda om inställningarna.",
     "The database {place} is set so that it may lose what it has acknowledged (fsync = off).",
     "fsync = on.",
     "Set fsync = on in the server's postgresql.conf and reload its settings."},
    {"database_is_read_by_others",
     "Det gallrade i databasen {place} kan inte städas bort ännu: någon läser databasen som den såg ut före gallringen.",
     "ingen säkerhetskopiering eller annan läsning som började före gallringen.",
     "Vänta tills säkerhetskopieringen är klar och städa igen.",
     "What was erased in the database {place} can't be swept away yet: somebody reads it as it was before.",
     "no backup or other reading that began before the erasure.",
     "Wait until the backup is done, and sweep again."},
    {"database_is_damaged",
     "Databasen {place} kan inte läsa sina egna filer.[ Den säger: {detail}]",
     "en hel databas på en hel disk.",
     "Stoppa servern, kopiera datakatalogen som den är och återställ från senaste säkerhetskopian. Skriv inget mer i den.",
     "The database {place} can't read its own files.[ It says: {detail}]",
     "a whole database on a whole disk.",
     "Stop the server, copy its data folder as it is, and restore the latest backup. Write nothing more to it."},
    {"database_fails",
     "Databasen {place} gav ett svar som inte ska kunna komma ({sqlstate}).[ Den säger: {detail}]",
     "",
     "Anmäl det som ett fel i Styrkedja, med den här raden och raderna i serverns logg från samma tid.",
     "The database {place} gave an answer that should not be possible ({sqlstate}).[ It says: {detail}]",
     "",
     "Report it as a fault in Styrkedja, with this line and the lines of the server's log of the same time."},
};

}  // namespace

constinit const std::span<const ProblemText> postgres_texts = texts;

}  // namespace styrkedja
