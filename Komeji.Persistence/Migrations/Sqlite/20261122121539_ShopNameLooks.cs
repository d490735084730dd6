using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Komeji.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ShopNameLooks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "NameSkeleton",
                table: "Stores",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_Stores_NameSkeleton",
                table: "Stores",
                column: "NameSkeleton",
                unique: true,
                filter: "\"NameSkeleton\" <> ''");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Stores_NameSkeleton",
                table: "Stores");

            migrationBuilder.DropColumn(
                name: "NameSkeleton",
                table: "Stores");
        }
    }
}
