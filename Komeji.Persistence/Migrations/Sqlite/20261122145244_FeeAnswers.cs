using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Komeji.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FeeAnswers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "FeeAnswers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    StoreId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Agreed = table.Column<bool>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    GivenBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FeeAnswers", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_FeeAnswers_StoreId_Version",
                table: "FeeAnswers",
                columns: new[] { "StoreId", "Version" });

            migrationBuilder.CreateIndex(
                name: "IX_FeeAnswers_Version_Agreed",
                table: "FeeAnswers",
                columns: new[] { "Version", "Agreed" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "FeeAnswers");
        }
    }
}
