/* What was handed in as a file: the home exam's papers, each the same short PDF that names nobody. */
#include "exam.h"
#include "insert.h"

static const char paper[] =
    "%PDF-1.4\n"
    "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
    "/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
    "4 0 obj<</Length 147>>stream\n"
    "BT /F 20 Tf 72 760 Td (Eksamenssvar) Tj /F 12 Tf 0 -36 Td (Dette er et eksempel.) Tj 0 -18 Td "
    "(Her ville svaret ha st\\345tt, uten navn.) Tj ET    \n"
    "endstream endobj\n"
    "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>endobj\n"
    "trailer<</Root 1 0 R/Size 6>>\n%%EOF\n";

static void insert_paper(struct insert *insert)
{
    insert_bytes(insert, (const unsigned char *)paper, sizeof paper - 1);
    insert_row_end(insert);
}

/* Calls with each candidate who handed in a file. */
static bool each(const struct world *world, struct connection *connection, const char *table,
                 const char *columns,
                 void (*row)(struct insert *insert, const struct world *world, int number))
{
    struct insert insert;
    insert_start(&insert, connection, table, columns);
    for (int i = 0; i < world->candidates_count; i++)
        if (exam_took_file(world, &world->candidates[i]))
            row(&insert, world, i + 1);
    return insert_finish(&insert);
}

static void hand_in(struct insert *insert, const struct world *world, int number)
{
    insert_integer(insert, number);
    insert_integer(insert, 1);
    insert_time(insert, world->candidates[number - 1].handed_in_at);
    insert_text(insert, "Hjemmeeksamen.pdf");
    insert_integer(insert, sizeof paper - 1);
    insert_text(insert, EXAM_FILE_MEDIA);
    insert_text(insert, "clean");
    insert_row_end(insert);
}

static void hand_in_piece(struct insert *insert, const struct world *world, int number)
{
    (void)world;
    insert_integer(insert, number);
    insert_integer(insert, 1);
    insert_integer(insert, 1);
    insert_paper(insert);
}

static void paper_piece(struct insert *insert, const struct world *world, int number)
{
    insert_integer(insert, world->candidates[number - 1].exam);
    insert_text(insert, world->candidates[number - 1].code);
    insert_integer(insert, 1);
    insert_paper(insert);
}

bool load_hand_ins(const struct world *world, struct connection *connection)
{
    return each(world, connection, "hand_in",
                "candidate,number,at,file_name,file_bytes,media,state", hand_in) &&
           each(world, connection, "hand_in_piece", "candidate,number,piece,bytes",
                hand_in_piece) &&
           each(world, connection, "paper_piece", "exam,code,piece,bytes", paper_piece);
}
